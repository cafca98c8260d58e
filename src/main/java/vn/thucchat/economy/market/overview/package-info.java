/**
 * Markets as a whole, composed of what the other rooms keep: the list of them with a map, a market's front page, its month
 * in figures with the facts behind each number, its day, and what waits in it. Figures are computed by the formulas of the indicators of Market 4.0, with
 * the facet {@code market} more, from the same roll-ups ({@link vn.thucchat.economy.market.overview.MarketFigures}).
 *
 * <p>Indicators: {@code data/indicators/market.csv}. Keeps no tables, records no facts, publishes no events. Routes:
 * {@code /markets}, {@code /markets/map.svg}, {@code /markets/{code}}, {@code /markets/{code}/zones}, {@code
 * /markets/{code}/closed}, {@code /markets/{code}/day}, {@code /markets/{code}/facts}, {@code /market/errands/{errand}}.
 */
@ApplicationModule(
        displayName = "Market: overview",
        allowedDependencies = {
            "economy.market.charges",
            "economy.market.register",
            "economy.market.register :: lookup",
            "economy.market.signs",
            "economy.market.traders",
            "foundation.charts",
            "foundation.database",
            "foundation.facts",
            "foundation.identity.access",
            "foundation.identity.security",
            "foundation.maps",
            "foundation.money.accounts",
            "foundation.money.exceptions",
            "foundation.money.payments",
            "foundation.pages",
            "foundation.rollups",
            "foundation.units",
            "foundation.vietnamese",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.economy.market.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
