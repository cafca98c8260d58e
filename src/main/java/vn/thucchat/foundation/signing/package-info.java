/**
 * Documents signed and verified: PAdES signatures of PDFs with time stamps and the proof that no certificate was revoked,
 * and one verdict on whatever is handed in (ADR 022). Tables in schema {@code signing}: {@code trust_anchor}. Records no facts,
 * publishes no events. Routes: {@code /verify}, {@code /admin/signing}.
 */
@ApplicationModule(
        displayName = "Signing",
        allowedDependencies = {
            "foundation.database",
            "foundation.http",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.security",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
