/**
 * Tells clients that a session has ended in which somebody signed in there, for whatever reason it ended (OpenID Connect
 * Back-Channel Logout 1.0). Table in schema {@code identity}: client_session. Records no facts, publishes no events, serves no
 * routes.
 */
@ApplicationModule(
        displayName = "Back-channel logout",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.http",
            "foundation.identity.clients",
            "foundation.identity.provider",
            "foundation.identity.sessions"
        })
@NullMarked
package vn.thucchat.foundation.identity.logout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
