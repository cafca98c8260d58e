/**
 * Registered clients: programs of others in which people sign in with their account here, or that act in their own name
 * (OAuth 2.0, RFC 6749). One administrator registers a client, another reviews it, either disables it. Table in schema {@code identity}:
 * client. Records no facts, publishes no events. Routes: {@code /admin/clients}.
 */
@ApplicationModule(
        displayName = "Registered clients",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.factors",
            "foundation.identity.sessions",
            "foundation.pages",
            "foundation.units"
        })
@NullMarked
package vn.thucchat.foundation.identity.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
