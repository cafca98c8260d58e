/**
 * Cash and Mobile Money that collectors take for what was asked for, against numbered receipts that can be made void.
 * Tables, with the receiving account as shard key: {@code payments.cash_count}, {@code cash_receipt}, {@code cash_void}.
 * Records no facts; publishes {@link vn.thucchat.foundation.money.payments.PaymentsReceived}. Routes: {@code /money/cash},
 * {@code /money/receipts}.
 */
@ApplicationModule(
        displayName = "Cash desk",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.money.accounts",
            "foundation.money.ledger",
            "foundation.money.payments",
            "foundation.money.vietqr",
            "foundation.pages",
            "foundation.papers",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.money.cashdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
