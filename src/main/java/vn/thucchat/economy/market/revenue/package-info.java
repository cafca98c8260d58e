/**
 * The revenue book of a trader: by day, month and year what banks reported and, in a column of its own, the cash that the
 * trader typed in, against the threshold of the tax rules, to be printed for the notice of revenue. Cash entries belong to
 * their trader: no office reads them, and they are in no figure, as nobody would type them otherwise.
 *
 * <p>Tables in schema {@code market}: {@code cash_sale} (shard key {@code market}), {@code revenue_rule}. The threshold is
 * dated data ({@code data/market/revenue.csv}). Records no facts, publishes no events. Routes:
 * {@code /market/stalls/{id}/cash…}, {@code /market/stalls/{id}/book…}, {@code /market/revenue-rules}.
 */
@ApplicationModule(
        displayName = "Market: revenue",
        allowedDependencies = {
            "economy.market.register",
            "economy.market.till",
            "economy.market.traders",
            "foundation.calendar",
            "foundation.charts",
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.money.payments",
            "foundation.pages",
            "foundation.papers",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.economy.market.revenue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
