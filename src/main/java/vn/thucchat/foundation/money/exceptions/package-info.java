/**
 * The work list of those who keep the books: payments that match nothing or not what they should, payments that are
 * held until somebody has looked at them, refunds and reversals, each decided once. Tables, with the receiving account as
 * shard key: {@code payments.finding}, {@code payments.automatic_closure} (append-only); and {@code payments.held_payment}. Records no facts; publishes {@link
 * vn.thucchat.foundation.money.payments.PaymentsReceived}. Routes: {@code /money/findings}, {@code /money/settlements}, {@code
 * /money/held}.
 */
@ApplicationModule(
        displayName = "Payment exceptions",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.money.accounts",
            "foundation.money.formats",
            "foundation.money.ledger",
            "foundation.money.payments",
            "foundation.money.vietqr",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.foundation.money.exceptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
