/**
 * Takes what providers (SePay, Casso, payOS) report of bank transactions over HTTP: verifies the signature, reads the
 * message, hands its transactions to be posted. Has no tables, records no facts, publishes no events. Routes: {@code
 * /api/v1/payments/notifications/…}.
 */
@ApplicationModule(
        displayName = "Bank feeds",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.security",
            "foundation.money.accounts",
            "foundation.money.exceptions",
            "foundation.money.formats",
            "foundation.money.payments",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.money.bankfeeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
