package vn.thucchat.economy.market.register.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** Lists the markets: names and counts to everybody. */
@Controller
record MarketController(Markets markets, MarketLookup desk, Pages pages) {

    private static final int PAGE = 50;
    private static final String[] OFFICIALS = {
        MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT
    };

    @GetMapping("/markets")
    @Allow(anyone = true)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "false") boolean mine) {
        String from = after.matches("[a-z0-9-]{0,40}") ? after : "";
        List<Market> found = mine ? markets.page(actor, from, PAGE + 1, OFFICIALS) : markets.page(from, PAGE + 1);
        List<Market> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        Map<UUID, Market.Counts> counts =
                markets.counts(shown.stream().map(Market::id).toList());
        @Nullable
        String next =
                found.size() > PAGE ? "/markets?after=" + shown.getLast().code() + (mine ? "&mine=true" : "") : null;
        return pages.show(
                "economy/market/register/markets",
                new MarketsPage(
                        shown.stream()
                                .map(market -> new MarketsPage.Row(
                                        market,
                                        desk.place(t, market.unit()),
                                        counts.getOrDefault(market.id(), Market.Counts.NONE)))
                                .toList(),
                        mine,
                        actor.holds(MarketRoles.MARKET_MANAGER),
                        next));
    }
}
