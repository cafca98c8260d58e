/**
 * The pages of auditors: the access log filtered by person, act, object and day, and as a file. No tables, no facts, no
 * events. Routes: {@code /audit}, {@code /audit.csv}.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.security",
            "foundation.pages",
            "foundation.sheets",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.identity.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
