/**
 * Chợ 4.0: the cashless traditional market. Keeps markets, their stalls and traders, where each stall's buyers can pay
 * to, and what traders owe the market. Tables in schema {@code market}: {@code market}, {@code zone}, {@code stall},
 * {@code trader}, {@code contract}, {@code acceptance}, all but the first with the market as shard key. Facts:
 * {@code market.running}, {@code market.trader-joined}, {@code market.trader-left}, {@code market.trader-active},
 * {@code market.stall-equipped}, {@code market.stall-ready}. Publishes no events; bank accounts are the payments
 * module's.
 */
@ApplicationModule(
        displayName = "Market",
        allowedDependencies = {
            "foundation.database",
            "foundation.pages",
            "foundation.units",
            "foundation.identity",
            "foundation.facts",
            "foundation.papers",
            "foundation.payments"
        })
@NullMarked
package vn.thucchat.economy.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
