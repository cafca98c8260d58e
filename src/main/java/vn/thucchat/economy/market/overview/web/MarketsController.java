package vn.thucchat.economy.market.overview.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.overview.MarketSummaries;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** Lists the markets with what they consist of and what buyers pay there, to everybody. */
@Controller
record MarketsController(Markets markets, MarketSummaries summaries, MarketLookup desk, Pages pages) {

    /** Rows of one part: short enough to scroll through on a phone. */
    private static final int PAGE = 12;

    private static final String[] OFFICIALS = {
        MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT
    };

    @GetMapping("/markets")
    @Allow(anyone = true)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "NAME") String sort,
            Cursor cursor) {
        String words = NameSearchKey.of(q.length() > 60 ? q.substring(0, 60) : q);
        Sort<MarketsPage.Order> order = Sort.read(sort, MarketsPage.Order.class);
        Comparator<MarketsPage.Row> by = order.by().comparator();
        YearMonth month = YearMonth.from(markets.today());
        List<MarketSummaries.Summary> all = summaries.of(actor, month);
        List<MarketSummaries.Summary> found = all.stream()
                .filter(one -> !mine || one.readable())
                .filter(one -> words.isEmpty()
                        || NameSearchKey.of(one.market().name() + " "
                                        + desk.place(t, one.market().unit()))
                                .contains(words))
                .toList();
        Slice<MarketsPage.Row> shown = Slice.part(
                found.stream()
                        .map(one -> new MarketsPage.Row(
                                one, desk.place(t, one.market().unit())))
                        .sorted(order.down() ? by.reversed() : by)
                        .toList(),
                cursor,
                PAGE);
        return pages.show(
                "economy/market/overview/markets",
                new MarketsPage(
                        shown.items(),
                        MarketSummaries.Total.of(found),
                        month,
                        Arrays.stream(OFFICIALS).anyMatch(actor::holds),
                        actor.holds(MarketRoles.MARKET_MANAGER),
                        mine || !words.isEmpty()
                                ? List.of()
                                : MarketsMapPage.drawn(all.stream()
                                        .map(MarketSummaries.Summary::market)
                                        .toList()),
                        Table.of("/markets", MarketsPage.COLUMNS, cursor, shown)
                                .filtered("q", q.strip())
                                .filtered("mine", mine, false)
                                .sorted(order)));
    }
}
