package vn.thucchat.economy.market.overview.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.overview.MarketFigures;
import vn.thucchat.economy.market.overview.MarketSummaries;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.VietnameseDays;

/** Opens a market's numbers down to the facts: to everybody, as the facts of figures are. */
@Controller
record MarketFactsController(
        Markets markets, MarketFigures figures, MarketSummaries summaries, MarketLookup desk, Pages pages, Seal seal) {

    private static final int PAGE = 50;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    @GetMapping("/markets/{code}/facts")
    @Allow(anyone = true)
    View facts(Actor actor, Texts t, @PathVariable String code, Form<FactsFilter> typed) {
        Market market = desk.market(code);
        FactKind kind =
                figures.kind(typed.text("kind")).orElseThrow(() -> Problem.bad("kind", "market.facts.kind.fault"));
        @Nullable LocalDate from = typed.text("from").isEmpty() ? null : day(typed, "from");
        LocalDate to = typed.text("to").isEmpty() ? markets.today() : day(typed, "to");
        @Nullable String channel = typed.text("channel").matches("cash|cashless|vietqr") ? typed.text("channel") : null;
        Map<String, String> also = channel == null ? Map.of() : Map.of("channel", channel);
        LocalDate first = from == null ? FIRST : from;
        boolean each = figures.showsEach(actor, market, kind);
        String after = typed.text("after");
        Evidence found = each
                ? figures.facts(market, kind, also, first, to, cursor(after), PAGE)
                : new Evidence(List.of(), null);
        List<Evidence.Group> days =
                each ? List.of() : figures.days(market, kind, also, first, to, group(market, after), PAGE);
        @Nullable String next = found.next() == null ? null : found.next().toString();
        if (days.size() == PAGE) next = sealed(market, days.getLast());
        String here = MarketLookup.path(market) + "/facts?kind=" + kind.code() + (from == null ? "" : "&from=" + from)
                + "&to=" + to + (channel == null ? "" : "&channel=" + channel);
        return pages.show(
                "economy/market/overview/facts",
                new MarketFactsPage(
                        market,
                        kind.code(),
                        channel,
                        from,
                        to,
                        kind.state(),
                        kind.amountUnit(),
                        // the difference of two totals would tell a day
                        each ? figures.total(market, kind, also, first, to) : null,
                        told(actor, market, days),
                        each ? null : t.of("market.facts.days", t.number(Evidence.Group.FEWEST_SUBJECTS)),
                        found.facts().stream().map(entry -> row(t, entry)).toList(),
                        typed.text("after").isEmpty() ? null : here,
                        next == null ? null : here + "&after=" + next));
    }

    /** The days may not add up to a month that the market's own page withholds. */
    private List<Evidence.Group> told(Actor actor, Market market, List<Evidence.Group> days) {
        var withheld = new HashMap<YearMonth, Boolean>();
        return days.stream()
                .filter(Evidence.Group::mayBeTold)
                .filter(day -> !day.kind().equals(MarketFigures.PAYMENTS)
                        || !withheld.computeIfAbsent(
                                YearMonth.from(day.day()), month -> summaries.withholds(actor, market, month)))
                .toList();
    }

    private MarketFactsPage.Row row(Texts t, Evidence.Entry entry) {
        Fact fact = entry.fact();
        List<String> facets = fact.facets().entrySet().stream()
                .filter(facet -> !facet.getKey().equals("market"))
                .sorted(Map.Entry.comparingByKey())
                .map(facet -> t.orElse("market.facet." + facet.getValue(), facet.getValue()))
                .toList();
        return new MarketFactsPage.Row(
                fact, facets, entry.corrected(), figures.evidence(fact).orElse(""));
    }

    private static LocalDate day(Form<?> typed, String field) {
        LocalDate day = VietnameseDays.parse(typed.text(field)).orNull();
        if (day == null) throw Problem.bad(field, "market.day.fault");
        return day;
    }

    /** The last day of a page may be one that is withheld. */
    private String sealed(Market market, Evidence.Group last) {
        byte[] cursor = last.cursor().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.close(cursor, purpose(market)));
    }

    private static String purpose(Market market) {
        return "facts page of " + market.code();
    }

    private Evidence.@Nullable Group group(Market market, String text) {
        try {
            if (text.isEmpty()) return null;
            byte[] cursor = seal.open(Base64.getUrlDecoder().decode(text), purpose(market));
            return Evidence.Group.after(new String(cursor, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Problem.bad("after", "market.facts.after.fault");
        }
    }

    private static Evidence.@Nullable Cursor cursor(String text) {
        try {
            return text.isEmpty() ? null : Evidence.Cursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("after", "market.facts.after.fault");
        }
    }
}
