/**
 * The register of markets: markets, zones, stalls, traders, contracts, and where each stall's buyers can pay to without
 * cash. It says who may do what in a market, gives traders their sign-in, and takes a whole market from a spreadsheet.
 * The other rooms of the corridor read its tables in joins, and write only their own.
 *
 * <p>Tables in schema {@code market}: {@code market}, and with the market as shard key {@code zone}, {@code stall},
 * {@code trader}, {@code contract}, {@code acceptance}. Facts, as all of the corridor with the market's code as a facet:
 * {@code market.running}, {@code market.trader-joined}, {@code market.trader-left}, {@code market.trader-active},
 * {@code market.stall-equipped}, {@code market.stall-ready}. Publishes
 * {@link vn.thucchat.economy.market.register.AccountsReleased} inside the transaction of the act. Routes:
 * {@code /markets}, {@code /markets/{code}/edit}, {@code /markets/{code}/stalls…}, {@code /markets/{code}/traders…},
 * {@code /markets/{code}/import…}, {@code /market/acts/markets}, {@code /market/acts/traders},
 * {@code /market/acts/acceptances}. The interface {@code lookup} gives the controllers of the corridor the market of an
 * address, and the page of an act. Bank accounts are the payments module's.
 */
@ApplicationModule(
        displayName = "Market: register",
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
package vn.thucchat.economy.market.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
