package vn.thucchat.economy.market.register.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.StallLine;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** The stalls of a market: listed, searched, added, changed. */
@Controller
@RequestMapping("/markets/{code}/stalls")
class StallController {

    private static final int PAGE = 100;

    private final Markets markets;
    private final Stalls stalls;
    private final MarketLookup desk;
    private final Pages pages;

    StallController(Markets markets, Stalls stalls, MarketLookup desk, Pages pages) {
        this.markets = markets;
        this.stalls = stalls;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    View list(Actor actor, Texts t, @Visible Market market, Form<StallFilter> form) {
        StallFilter asked = form.valueOr(StallFilter.ALL);
        boolean bare = asked.bare().equals("true");
        @Nullable UUID zone = Ids.read(asked.zone()).orElse(null);
        var filter = new Stalls.Filter(asked.q(), zone, bare, asked.after());
        Slice<StallLine> shown = Slice.of(stalls.page(market, filter, PAGE + 1), PAGE, StallLine::number);
        @Nullable
        String next = shown.nextCursor() == null
                ? null
                : MarketLookup.path(market) + "/stalls?q=" + encoded(asked.q())
                        + (zone == null ? "" : "&zone=" + zone) + (bare ? "&bare=true" : "")
                        + "&after=" + encoded(shown.nextCursor());
        List<Option> zones = Stream.concat(Stream.of(new Option("", t.of("market.zone.any"))), zones(market).stream())
                .toList();
        return pages.show(
                "economy/market/register/stalls",
                new StallsPage(market, shown.items(), form, zones, markets.mayManage(actor, market), next));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @GetMapping("/new")
    @Allow(MarketRoles.MARKET_MANAGER)
    View blank(Actor actor, Texts t, @Managed Market market) {
        String today = markets.today().toString();
        return form(market, null, Form.blank(t, Map.of("opened", today)), HttpStatus.OK);
    }

    @PostMapping("/new")
    @Allow(MarketRoles.MARKET_MANAGER)
    View add(Actor actor, @Managed Market market, Form<StallForm> form, Flash flash) {
        if (form.wrong()) return form(market, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (stalls.add(actor, market, form.value().draft())) {
            case Result.Done(UUID id) -> flash.then("market.stall.added", MarketLookup.path(market) + "/stalls/" + id);
            case Result refused -> form(market, null, form.with(refused), refused.status());
        };
    }

    @GetMapping("/{stall}/edit")
    @Allow(MarketRoles.MARKET_MANAGER)
    View edit(Actor actor, Texts t, @Managed Market market, @PathVariable("stall") UUID id) {
        Stall stall = desk.stall(market, id);
        var fields = new HashMap<String, String>();
        fields.put("zone", stall.zone().toString());
        fields.put("number", stall.number());
        fields.put("goods", stall.goods());
        fields.put("opened", stall.openedOn().toString());
        if (stall.areaM2() != null) fields.put("area", t.number(stall.areaM2()));
        return form(market, stall, Form.blank(t, fields), HttpStatus.OK);
    }

    @PostMapping("/{stall}/edit")
    @Allow(MarketRoles.MARKET_MANAGER)
    View change(
            Actor actor, @Managed Market market, @PathVariable("stall") UUID id, Form<StallForm> form, Flash flash) {
        Stall stall = desk.stall(market, id);
        if (form.wrong()) return form(market, stall, form, HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (stalls.change(actor, market, stall, form.value().draft())) {
            case Result.Done _ -> flash.then("market.stall.changed", MarketLookup.path(market, stall));
            case Result refused -> form(market, stall, form.with(refused), refused.status());
        };
    }

    @PostMapping("/{stall}/closed")
    @Allow(MarketRoles.MARKET_MANAGER)
    View close(
            Actor actor,
            @Managed Market market,
            @PathVariable("stall") UUID id,
            @RequestParam(defaultValue = "true") boolean closed,
            Flash flash) {
        Stall stall = desk.stall(market, id);
        return flash.then(
                stalls.close(actor, market, stall, closed),
                closed ? "market.stall.is-now-closed" : "market.stall.is-open-again",
                MarketLookup.path(market, stall));
    }

    private View form(Market market, @Nullable Stall stall, Form<?> form, HttpStatus status) {
        String action =
                stall == null ? MarketLookup.path(market) + "/stalls/new" : MarketLookup.path(market, stall) + "/edit";
        return pages.show(
                "economy/market/register/stall-form",
                new StallFormPage(market, stall, action, form, zones(market)),
                status);
    }

    private List<Option> zones(Market market) {
        return markets.zones(market).stream()
                .map(zone -> new Option(zone.id().toString(), Objects.requireNonNull(zone.name())))
                .toList();
    }
}
