/**
 * The register of breaches of personal data (Law 91/2025/QH15): when one was noticed, by when the authority is to be told,
 * the four contents of the notice, whom it concerned and when they were told; nothing is overwritten, each change is a
 * revision. Tables in schema {@code identity}: breach, breach_revision, append-only. Records no facts, publishes no events.
 * Routes: {@code /privacy/breaches}.
 */
@ApplicationModule(
        displayName = "Breaches",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.purposes",
            "foundation.identity.requests",
            "foundation.identity.retention",
            "foundation.pages",
            "foundation.units",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.foundation.identity.breaches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
