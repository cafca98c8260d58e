package vn.thucchat.economy.market.overview.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.overview.MarketFigures;
import vn.thucchat.economy.market.overview.MarketSummaries;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.Managed;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/**
 * Shows a market with its zones and its month in figures, to everybody; to those who read its books its day first. Those
 * who run it change its zones here.
 */
@Controller
record MarketPageController(
        Markets markets,
        MarketFigures figures,
        MarketSummaries summaries,
        MarketDayPages days,
        MarketLookup desk,
        Pages pages) {

    @GetMapping("/markets/{code}")
    @Allow(anyone = true)
    View market(Actor actor, Texts t, @PathVariable String code, @RequestParam(defaultValue = "") String month) {
        Market market = desk.market(code);
        YearMonth now = YearMonth.from(markets.today());
        YearMonth of = month.isEmpty() ? now : MarketLookup.month(month);
        if (of.isAfter(now)) throw Problem.bad("month", "market.month.fault");
        return page(actor, t, market, of, Form.blank(t), HttpStatus.OK);
    }

    private View page(Actor actor, Texts t, Market market, Form<?> form, HttpStatus status) {
        return page(actor, t, market, YearMonth.from(markets.today()), form, status);
    }

    private View page(Actor actor, Texts t, Market market, YearMonth month, Form<?> form, HttpStatus status) {
        boolean reads = markets.mayRead(actor, market);
        return pages.show(
                "economy/market/overview/market",
                new MarketPage(
                        market,
                        new Link("/units/" + market.unit(), desk.place(t, market.unit())),
                        Optional.ofNullable(markets.counts(List.of(market.id())).get(market.id()))
                                .orElse(Market.Counts.NONE),
                        markets.zones(market),
                        reads,
                        markets.mayManage(actor, market),
                        reads ? days.of(actor, market, markets.today(), false) : null,
                        figures.of(market, month),
                        summaries.withholds(actor, market, month),
                        YearMonth.from(markets.today()),
                        form),
                status);
    }

    @PostMapping("/markets/{code}/zones")
    @Allow(MarketRoles.MARKET_MANAGER)
    View addZone(Actor actor, Texts t, @Managed Market market, Form<ZoneForm> form, Flash flash) {
        return switch (markets.addZone(actor, market, form.text("zone"))) {
            case Result.Done _ -> flash.then("market.zone.added", MarketLookup.path(market) + "#zone");
            case Result refused -> page(actor, t, market, form.with(refused), refused.status());
        };
    }

    @PostMapping("/markets/{code}/zones/{zone}")
    @Allow(MarketRoles.MARKET_MANAGER)
    View renameZone(
            Actor actor, Texts t, @Managed Market market, @PathVariable UUID zone, Form<ZoneForm> form, Flash flash) {
        Result result = markets.renameZone(actor, market, zone, form.text("name"));
        if (result instanceof Result.Done) return flash.then("market.zone.renamed", MarketLookup.path(market));
        // told at the field of this zone, one of many on the page
        List<FieldError> errors = result.errors().stream()
                .map(error -> new FieldError("zone-" + zone, error.key(), error.arguments()))
                .toList();
        return page(actor, t, market, form.with(errors), result.status());
    }

    @PostMapping("/markets/{code}/closed")
    @Allow(MarketRoles.MARKET_MANAGER)
    View close(Actor actor, @Managed Market market, @RequestParam(defaultValue = "true") boolean closed, Flash flash) {
        return flash.then(
                markets.close(actor, market, closed),
                closed ? "market.is-closed" : "market.is-open-again",
                MarketLookup.path(market));
    }
}
