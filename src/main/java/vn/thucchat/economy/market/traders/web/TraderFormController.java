package vn.thucchat.economy.market.traders.web;

import java.time.LocalDate;
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
import vn.thucchat.economy.market.traders.TraderDrafts;
import vn.thucchat.economy.market.traders.TraderSignIns;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** Adds and changes traders. */
@Controller
@RequestMapping("/markets/{code}/traders")
record TraderFormController(
        Markets markets, Traders traders, TraderDrafts drafts, TraderSignIns signIns, Accounts accounts, Pages pages) {

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
        TraderForm sent = form.soFar();
        return whole(market, form, Objects.requireNonNullElse(sent.joined(), LocalDate.EPOCH))
                .answer(
                        typed -> traders.add(actor, market, typed.draft(Objects.requireNonNull(typed.joined()))),
                        done -> flash.then("market.trader.added", next(market, sent.stall(), done.id())),
                        (wrong, status) -> form(t, market, null, wrong, status));
    }

    @GetMapping("/{trader}/edit")
    @Allow(MarketRoles.MARKET_MANAGER)
    View edit(Actor actor, Texts t, @Managed Market market, Trader trader) {
        var fields = new HashMap<String, String>();
        fields.put("kind", trader.kind().name());
        fields.put("name", trader.name());
        fields.put("tax", Objects.requireNonNullElse(trader.taxCode(), ""));
        UUID account = trader.account();
        signIns.looked(actor, market, trader);
        if (account != null) {
            fields.put("seen", account.toString());
            accounts.find(account).ifPresent(found -> fields.put("username", found.username()));
        }
        return form(t, market, trader, Form.blank(t, fields), HttpStatus.OK);
    }

    @PostMapping("/{trader}/edit")
    @Allow(MarketRoles.MARKET_MANAGER)
    View change(Actor actor, Texts t, @Managed Market market, Trader trader, Form<TraderForm> form, Flash flash) {
        TraderForm sent = form.soFar();
        return whole(market, form, trader.joinedOn())
                .answer(
                        typed -> traders.change(
                                actor, market, trader.id(), typed.seen(), typed.draft(trader.joinedOn())),
                        _ -> flash.then("market.trader.changed", next(market, sent.stall(), trader.id())),
                        (wrong, status) -> form(t, market, trader, wrong, status));
    }

    /** The form with all that is wrong: also what can be told while something cannot be read. */
    private Form<TraderForm> whole(Market market, Form<TraderForm> form, LocalDate joinedOn) {
        return form.wrong() ? form.with(drafts.faults(market, form.soFar().draft(joinedOn))) : form;
    }

    private static String next(Market market, @Nullable UUID stall, @Nullable UUID trader) {
        return MarketLookup.path(market)
                + (stall == null ? "/traders/" + trader : "/stalls/" + stall + "/contract?trader=" + trader);
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
