/**
 * What stalls owe their market: rent, electricity and the like, asked for month by month, each with a code to pay by, and
 * known to be paid by the bank's word or by a collector's receipt. It finds for collectors what is still owed, and
 * reconciles a month's charges with the market's bank.
 *
 * <p>Tables in schema {@code market}, with the market as shard key: {@code charge}, {@code reminder} (append-only). Facts: {@code market.charge-due},
 * {@code market.charge-paid}. Publishes no events; listens to
 * {@link vn.thucchat.foundation.money.payments.PaymentsReceived} in its transaction. Routes: {@code /market/charges…} for
 * traders, {@code /market/owed} for collectors, {@code /markets/{code}/charges…}, {@code /markets/{code}/arrears}, {@code /markets/{code}/reminders…},
 * {@code /markets/{code}/reconciliation}, {@code /market/acts/charges}.
 */
@ApplicationModule(
        displayName = "Market: charges",
        allowedDependencies = {
            "economy.market.register",
            "economy.market.register :: lookup",
            "economy.market.traders",
            "foundation.database",
            "foundation.facts",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.money.accounts",
            "foundation.money.cashdesk",
            "foundation.money.exceptions",
            "foundation.money.ledger",
            "foundation.money.payments",
            "foundation.money.statements",
            "foundation.money.vietqr",
            "foundation.pages",
            "foundation.papers",
            "foundation.sheets",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.economy.market.charges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
