/**
 * Who sells in a market: traders with what identifies and reaches them sealed, the contracts by which they rent stalls,
 * their sign-in, and where the buyers of each stall can pay to without cash. A whole market comes in from a spreadsheet
 * here. A trader who signs in may carry in a wallet where they trade.
 *
 * <p>Tables in schema {@code market}, all with the market as shard key: {@code trader}, {@code contract},
 * {@code acceptance}. Facts: {@code market.trader-joined}, {@code market.trader-left}, {@code market.trader-active},
 * {@code market.stall-equipped}, {@code market.stall-ready}. Publishes
 * {@link vn.thucchat.economy.market.traders.AccountsReleased} and listens to
 * {@link vn.thucchat.economy.market.register.StallClosed}, each inside the transaction of the act. Routes:
 * {@code /markets/{code}/traders…}, {@code /markets/{code}/stalls/{stall}} with contracts and ways to pay,
 * {@code /markets/{code}/import…}, {@code /market/acts/traders}, {@code /market/acts/acceptances}.
 */
@ApplicationModule(
        displayName = "Market: traders",
        allowedDependencies = {
            "economy.market.register",
            "economy.market.register :: lookup",
            "foundation.database",
            "foundation.facts",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.credentials",
            "foundation.identity.purposes",
            "foundation.identity.security",
            "foundation.money.accounts",
            "foundation.money.vietqr",
            "foundation.notify.announcements",
            "foundation.pages",
            "foundation.papers",
            "foundation.search",
            "foundation.sheets",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.economy.market.traders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
