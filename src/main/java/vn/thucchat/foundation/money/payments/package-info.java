/**
 * Bank transactions, and which payable each pays. Posts transactions once whoever reports them, pairs them with payables
 * by the reference code in the memo and books them; what a person must decide goes to {@link
 * vn.thucchat.foundation.money.payments.ExceptionQueue}. The platform holds no money, banks and wallets do. Tables, with
 * the receiving account as shard key: {@code payments.movement_count}, {@code movement}, {@code told}, {@code original}.
 * Records no facts itself: it publishes {@link vn.thucchat.foundation.money.payments.PaymentsReceived} inside the
 * transaction, and whoever asked for the money records what it means. Serves no routes.
 */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.purposes",
            "foundation.money.accounts",
            "foundation.money.formats",
            "foundation.money.ledger",
            "foundation.money.vietqr",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.money.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
