/**
 * What proves a person besides the password: passkeys (WebAuthn Level 3), time-based codes and codes on paper; made, checked
 * and removed. Whom a proof lets in is said by the rooms above. Tables in schema {@code identity}: passkey, shard key {@code
 * account}; used_challenge, factor_removal, totp, recovery_code. Records no facts, publishes no events. Routes: {@code /webauthn/register},
 * {@code /id/keys}, {@code /admin/accounts/{id}/factors}, {@code /.well-known/passkey-endpoints}.
 */
@ApplicationModule(
        displayName = "Factors",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.purposes",
            "foundation.identity.throttling",
            "foundation.pages",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.identity.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
