/**
 * Chợ 4.0: the cashless traditional market. Keeps markets, their stalls and traders, where each stall's buyers can pay
 * to, what traders owe the market and, for who collects it, where; whether the signs at the stalls are
 * genuine, shows each trader, and tells the trader's own software, what comes in, gives traders their sign-in, and tells a market's day, month and books on
 * a page each. What a page counts it computes by the formulas of the indicators of Market 4.0, with the facet
 * {@code market} more, from the same roll-ups ({@link vn.thucchat.economy.market.overview.MarketFigures}), and lists the facts
 * beside each number. Indicators: {@code data/indicators/market.csv}. Tables in schema {@code market}:
 * {@code market}, {@code criterion}, and, with the market as shard key, {@code zone}, {@code stall}, {@code trader},
 * {@code contract}, {@code acceptance}, {@code charge}, {@code round}, {@code reading}, {@code confirmation},
 * {@code certification}, {@code sale}. Facts, all with the market's code as a facet: {@code market.running},
 * {@code market.trader-joined}, {@code market.trader-left}, {@code market.trader-active},
 * {@code market.stall-equipped}, {@code market.stall-ready}, {@code market.charge-due}, {@code market.charge-paid},
 * {@code market.certified}, {@code market.payment-received}. Publishes no events; listens to
 * {@link vn.thucchat.foundation.money.payments.PaymentsReceived} in its transaction. Bank accounts are the payments module's.
 */
@ApplicationModule(
        displayName = "Market",
        allowedDependencies = {
            "foundation.database",
            "foundation.facts",
            "foundation.files",
            "foundation.identity",
            "foundation.money.accounts",
            "foundation.money.cashdesk",
            "foundation.money.exceptions",
            "foundation.money.payments",
            "foundation.money.statements",
            "foundation.money.vietqr",
            "foundation.money.webhooks",
            "foundation.pages",
            "foundation.papers",
            "foundation.rollups",
            "foundation.units",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.economy.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
