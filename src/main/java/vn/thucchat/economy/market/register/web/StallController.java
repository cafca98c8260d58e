package vn.thucchat.economy.market.register.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
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
record StallController(Markets markets, Stalls stalls, Pages pages) {

    /** Rows of one part: short enough to scroll through on a phone. */
    private static final int PAGE = 20;

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
        var today = Map.of("opened", markets.today().toString());
        return form(market, null, Form.blank(t, today), HttpStatus.OK);
    }

    @PostMapping("/new")
    @Allow(MarketRoles.MARKET_MANAGER)
    View add(Actor actor, @Managed Market market, Form<StallForm> form, Flash flash) {
        return put(
                market,
                null,
                form,
                typed -> stalls.add(actor, market, typed.draft()),
                path -> flash.then("market.stall.added", path));
    }

    @GetMapping("/{stall}/edit")
    @Allow(MarketRoles.MARKET_MANAGER)
    View edit(Actor actor, Texts t, @Managed Market market, Stall stall) {
        Form<?> form = Form.showing(t, StallForm.of(stall));
        if (stall.areaM2() != null) form = form.with(Map.of("area", t.number(stall.areaM2())));
        return form(market, stall, form, HttpStatus.OK);
    }

    @PostMapping("/{stall}/edit")
    @Allow(MarketRoles.MARKET_MANAGER)
    View change(Actor actor, @Managed Market market, Stall stall, Form<StallForm> form, Flash flash) {
        return put(
                market,
                stall,
                form,
                typed -> stalls.change(actor, market, stall, typed.draft()),
                path -> flash.then("market.stall.changed", path));
    }

    @PostMapping("/{stall}/closed")
    @Allow(MarketRoles.MARKET_MANAGER)
    View close(
            Actor actor,
            @Managed Market market,
            Stall stall,
            @RequestParam(defaultValue = "true") boolean closed,
            Flash flash) {
        return flash.then(
                stalls.close(actor, market, stall, closed),
                closed ? "market.stall.is-now-closed" : "market.stall.is-open-again",
                MarketLookup.path(market, stall));
    }

    private View put(
            Market market,
            @Nullable Stall stall,
            Form<StallForm> form,
            Function<StallForm, Result> act,
            Function<String, View> then) {
        return form.answer(
                act,
                done -> then.apply(MarketLookup.path(market) + "/stalls/" + done.id()),
                (wrong, status) -> form(market, stall, wrong, status));
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
