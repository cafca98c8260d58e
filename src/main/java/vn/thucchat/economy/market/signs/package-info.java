/**
 * The QR signs at stalls: printed with a mark that only this platform can make, checked by anybody who sees one, and read
 * on inspection rounds, so that a sign pasted over is found. It also says whether a market fulfils the criteria of
 * Chợ 4.0 and is certified; criteria are dated data ({@code data/market/criteria.csv}).
 *
 * <p>Tables in schema {@code market}: {@code criterion}, and with the market as shard key {@code round}, {@code reading},
 * {@code confirmation}, {@code certification}. Facts: {@code market.certified}. Publishes no events. Routes:
 * {@code /market/signs/{mark}}, {@code /markets/{code}/signs}, {@code /markets/{code}/rounds…},
 * {@code /markets/{code}/certification…}, {@code /markets/{code}/criteria}, {@code /market/acts/certifications}.
 */
@ApplicationModule(
        displayName = "Market: signs",
        allowedDependencies = {
            "economy.market.charges",
            "economy.market.register",
            "economy.market.register :: lookup",
            "economy.market.traders",
            "foundation.database",
            "foundation.facts",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.money.accounts",
            "foundation.money.vietqr",
            "foundation.pages",
            "foundation.papers",
            "foundation.units"
        })
@NullMarked
package vn.thucchat.economy.market.signs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
