/**
 * What proves a person besides the password: time-based codes and codes on paper. Whom a proof lets in is said by the rooms
 * above. Tables in schema {@code identity}: totp, recovery_code. Records no facts, publishes no events, serves no routes.
 */
@ApplicationModule(
        displayName = "Factors",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.throttling",
            "foundation.pages",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.identity.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
