/**
 * Our own API as a protected resource: requests with an access token of the provider instead of a session (RFC 6750, RFC 9449),
 * so that programs need no cookie. No tables, no facts, no events, no routes of its own.
 */
@ApplicationModule(
        displayName = "Tokens at the API",
        allowedDependencies = {
            "foundation.identity.access",
            "foundation.identity.clients",
            "foundation.identity.provider",
            "foundation.identity.security"
        })
@NullMarked
package vn.thucchat.foundation.identity.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
