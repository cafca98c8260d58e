package vn.thucchat.economy.market.overview.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.overview.MarketDays;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.security.LinkAccess;
import vn.thucchat.foundation.money.payments.Payments;

/** Builds the page of a market's day; the market's own page begins with today's for those who read its books. */
@Component
record MarketDayPages(Markets markets, MarketDays days, Payments payments, LinkAccess doors) {

    /** @param all whether every stall that was paid is listed */
    MarketDayPage of(Actor actor, Market market, LocalDate day, boolean all) {
        @Nullable Integer charges = market.chargesAccount();
        return new MarketDayPage(
                market,
                days.of(market, day),
                markets.today(),
                all,
                markets.mayInspect(actor, market),
                charges != null && payments.keepsBooks(actor, charges),
                doors.open(
                        actor,
                        "/markets/" + market.code() + "/reconciliation",
                        market.unit().value(),
                        market.synthetic()));
    }
}
