/**
 * Signing in and out, new passwords, and what a browser brings to be known again: session, form token, message after a redirect, device.
 * Table in schema {@code identity}: session. Records no facts, publishes {@link
 * vn.thucchat.foundation.identity.sessions.SessionEnded}. Routes: {@code /sign-in}, {@code
 * /webauthn/authenticate/options}, {@code /webauthn/prove/options}, {@code /login/webauthn}, {@code /sign-out}, {@code
 * /account/password}, {@code /reset}, {@code /id/codes}.
 */
@ApplicationModule(
        displayName = "Sessions",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.admission",
            "foundation.identity.factors",
            "foundation.identity.purposes",
            "foundation.identity.throttling",
            "foundation.pages",
            "foundation.papers"
        })
@NullMarked
package vn.thucchat.foundation.identity.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
