package vn.thucchat.economy.market.traders.web;

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
import vn.thucchat.economy.market.register.web.Managed;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.Accounts;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Adds and changes traders. */
@Controller
@RequestMapping("/markets/{code}/traders")
class TraderFormController {

    private final Markets markets;
    private final Traders traders;
    private final Accounts accounts;
    private final TraderLookup desk;
    private final Pages pages;

    TraderFormController(Markets markets, Traders traders, Accounts accounts, TraderLookup desk, Pages pages) {
        this.markets = markets;
        this.traders = traders;
        this.accounts = accounts;
        this.desk = desk;
        this.pages = pages;
    }

    /** @param stall where the trader is wanted */
    @GetMapping("/new")
    @Allow(MarketRoles.MARKET_MANAGER)
    View blank(Actor actor, Texts t, @Managed Market market, @RequestParam(defaultValue = "") String stall) {
        String today = markets.today().toString();
        return form(t, market, null, Form.blank(t, Map.of("joined", today, "stall", stall)), HttpStatus.OK);
    }

    @PostMapping("/new")
    @Allow(MarketRoles.MARKET_MANAGER)
    View add(Actor actor, Texts t, @Managed Market market, Form<TraderForm> form, Flash flash) {
        if (form.text("joined").isEmpty()) form = form.with("joined", "market.day.fault");
        if (form.wrong()) return form(t, market, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
        TraderForm typed = form.value();
        Traders.Draft draft = typed.draft(Objects.requireNonNull(typed.joined()));
        return answer(t, market, null, traders.add(actor, market, draft), form, flash);
    }

    @GetMapping("/{trader}/edit")
    @Allow(MarketRoles.MARKET_MANAGER)
    View edit(Actor actor, Texts t, @Managed Market market, @PathVariable("trader") UUID id) {
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
        return form(t, market, trader, Form.blank(t, fields), HttpStatus.OK);
    }

    @PostMapping("/{trader}/edit")
    @Allow(MarketRoles.MARKET_MANAGER)
    View change(
            Actor actor,
            Texts t,
            @Managed Market market,
            @PathVariable("trader") UUID id,
            Form<TraderForm> form,
            Flash flash) {
        Trader trader = desk.trader(market, id);
        if (form.wrong()) return form(t, market, trader, form, HttpStatus.UNPROCESSABLE_CONTENT);
        TraderForm typed = form.value();
        Result result = traders.change(actor, market, trader.id(), typed.seen(), typed.draft(trader.joinedOn()));
        return answer(t, market, trader, result, form, flash);
    }

    private View answer(
            Texts t, Market market, @Nullable Trader trader, Result result, Form<TraderForm> form, Flash flash) {
        if (!(result instanceof Result.Done(UUID id)))
            return form(t, market, trader, form.with(result), result.status());
        UUID stall = form.value().stall();
        return flash.then(
                trader == null ? "market.trader.added" : "market.trader.changed",
                stall == null
                        ? MarketLookup.path(market) + "/traders/" + id
                        : MarketLookup.path(market) + "/stalls/" + stall + "/contract?trader=" + id);
    }

    private View form(Texts t, Market market, @Nullable Trader trader, Form<?> form, HttpStatus status) {
        String action = MarketLookup.path(market) + "/traders/" + (trader == null ? "new" : trader.id() + "/edit");
        List<Option> kinds = Stream.of(Trader.Kind.values())
                .map(it -> new Option(it.name(), t.of("market.trader.kind." + it)))
                .toList();
        return pages.show(
                "economy/market/traders/trader-form", new TraderFormPage(market, trader, action, form, kinds), status);
    }
}
