/**
 * The till of a trader: what comes in at the stall, as a live stream and by day, and codes for single sales that only the
 * bank's word makes paid. It issues receipts that anybody can check, tells the trader's own software of payments, and
 * never says who paid.
 *
 * <p>Tables in schema {@code market}: {@code sale}, {@code payment_note} (shard key {@code market}). Facts: {@code market.payment-received}.
 * Publishes no events; listens to {@link vn.thucchat.foundation.money.payments.PaymentsReceived} and
 * {@link vn.thucchat.economy.market.traders.AccountsReleased} in their transactions. Routes:
 * {@code /market/stalls…}, {@code /receipts…}, {@code /market/acts/payments}.
 */
@ApplicationModule(
        displayName = "Market: till",
        allowedDependencies = {
            "economy.market.charges",
            "economy.market.register",
            "economy.market.signs",
            "economy.market.traders",
            "foundation.charts",
            "foundation.database",
            "foundation.facts",
            "foundation.files",
            "foundation.identity.access",
            "foundation.identity.security",
            "foundation.identity.sessions",
            "foundation.money.accounts",
            "foundation.money.exceptions",
            "foundation.money.ledger",
            "foundation.money.payments",
            "foundation.money.vietqr",
            "foundation.money.webhooks",
            "foundation.pages",
            "foundation.papers",
            "foundation.sheets",
            "foundation.units",
            "foundation.vietnamese",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.economy.market.till;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
