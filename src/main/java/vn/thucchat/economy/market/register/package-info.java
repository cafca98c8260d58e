/**
 * The register of markets: markets, their zones and stalls, and who may do what in them. It holds what all rooms of the
 * corridor share: roles, the facts of a market with its code as a facet, accounts at banks opened for it, and, as the
 * interface {@code lookup}, the market of an address and the page of an act for their controllers.
 *
 * <p>Tables in schema {@code market}, which the rooms of the corridor share: {@code market}, and with the market as shard
 * key {@code zone} and {@code stall}. A room writes only its own tables, and reads the others' in joins. Facts:
 * {@code market.running}. Publishes {@link vn.thucchat.economy.market.register.StallClosed} inside the transaction of the
 * act. Routes: {@code /markets/new}, {@code /markets/{code}/edit}, {@code /markets/{code}/stalls} with
 * the forms of a stall, {@code /market/acts/markets}. Bank accounts are the payments module's.
 */
@ApplicationModule(
        displayName = "Market: register",
        allowedDependencies = {
            "foundation.database",
            "foundation.facts",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.money.accounts",
            "foundation.money.vietqr",
            "foundation.pages",
            "foundation.search",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.economy.market.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
