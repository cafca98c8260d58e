package vn.thucchat.economy.market.web;

import vn.thucchat.foundation.pages.Result;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.economy.market.Market;
import vn.thucchat.economy.market.Markets;
import vn.thucchat.economy.market.Trader;
import vn.thucchat.economy.market.Traders;
import vn.thucchat.foundation.identity.Accounts;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** Adds and changes traders. */
@Controller
@RequestMapping("/markets/{code}/traders")
class TraderFormController {

    private final Markets markets;
    private final Traders traders;
    private final Accounts accounts;
    private final Desk desk;
    private final Pages pages;

    TraderFormController(Markets markets, Traders traders, Accounts accounts, Desk desk, Pages pages) {
        this.markets = markets;
        this.traders = traders;
        this.accounts = accounts;
        this.desk = desk;
        this.pages = pages;
    }

    /** @param fields {@code stall}: where the trader is wanted */
    @GetMapping("/new")
    @Allow(Role.MARKET_MANAGER)
    View blank(
            Actor actor,
            Texts t,
            @PathVariable("code") String code,
            @RequestParam Map<String, String> fields) {
        var typed = new HashMap<>(fields);
        typed.put("joined", markets.today().toString());
        Market market = desk.managed(actor, code);
        return form(t, market, null, new Typed(typed), List.of(), HttpStatus.OK);
    }

    @PostMapping("/new")
    @Allow(Role.MARKET_MANAGER)
    View add(
            Actor actor,
            Texts t,
            @PathVariable("code") String code,
            @RequestParam Map<String, String> fields,
            Flash flash) {
        return put(actor, t, desk.managed(actor, code), null, new Typed(fields), flash);
    }

    @GetMapping("/{trader}/edit")
    @Allow(Role.MARKET_MANAGER)
    View edit(
            Actor actor,
            Texts t,
            @PathVariable("code") String code,
            @PathVariable("trader") UUID id) {
        Market market = desk.managed(actor, code);
        Trader trader = desk.trader(market, id);
        var fields = new HashMap<String, String>();
        fields.put("kind", trader.kind().name());
        fields.put("name", trader.name());
        fields.put("tax", Objects.requireNonNullElse(trader.taxCode(), ""));
        UUID account = trader.account();
        if (account != null) {
            fields.put("seen", account.toString());
            accounts.find(account).ifPresent(found -> fields.put("username", found.username()));
        }
        return form(t, market, trader, new Typed(fields), List.of(), HttpStatus.OK);
    }

    @PostMapping("/{trader}/edit")
    @Allow(Role.MARKET_MANAGER)
    View change(
            Actor actor,
            Texts t,
            @PathVariable("code") String code,
            @PathVariable("trader") UUID id,
            @RequestParam Map<String, String> fields,
            Flash flash) {
        Market market = desk.managed(actor, code);
        return put(actor, t, market, desk.trader(market, id), new Typed(fields), flash);
    }

    private View put(
            Actor actor, Texts t, Market market, @Nullable Trader trader, Typed typed, Flash flash) {
        var faults = new ArrayList<Fault>();
        @Nullable LocalDate joined = trader == null ? typed.day("joined", t, faults) : trader.joinedOn();
        Trader.@Nullable Kind kind = Stream.of(Trader.Kind.values())
                .filter(it -> it.name().equals(typed.text("kind")))
                .findFirst()
                .orElse(null);
        if (kind == null) faults.add(new Fault("kind", t.of("market.trader.kind.fault")));
        if (joined == null || kind == null || !faults.isEmpty())
            return form(t, market, trader, typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        var draft = new Traders.Draft(
                kind,
                typed.text("name"),
                typed.text("tax"),
                typed.text("personal"),
                typed.text("phone"),
                joined,
                typed.text("username"));
        Result change = trader == null
                ? traders.add(actor, market, draft)
                : traders.change(actor, market, trader.id(), typed.id("seen").orElse(null), draft);
        if (change instanceof Result.Done(UUID id))
            return flash.then(trader == null ? "market.trader.added" : "market.trader.changed",
                    typed.id("stall")
                            .map(stall -> Desk.path(market) + "/stalls/" + stall + "/contract?trader=" + id)
                            .orElse(Desk.path(market) + "/traders/" + id));
        return form(t, market, trader, typed, Desk.faults(t, change), change.status());
    }

    private View form(
            Texts t, Market market, @Nullable Trader trader, Typed typed, List<Fault> faults, HttpStatus status) {
        return pages.show(
                "economy/market/trader-form",
                new TraderFormPage(
                        market,
                        trader,
                        Desk.path(market) + "/traders/" + (trader == null ? "new" : trader.id() + "/edit"),
                        typed.id("stall").map(UUID::toString).orElse(""),
                        typed,
                        faults,
                        Stream.of(Trader.Kind.values())
                                .map(it -> new Option(it.name(), t.of("market.trader.kind." + it)))
                                .toList()),
                status);
    }
}
