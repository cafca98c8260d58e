package vn.thucchat.economy.market.traders.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import vn.thucchat.economy.market.register.web.Managed;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.register.web.Visible;
import vn.thucchat.economy.market.traders.Contract;
import vn.thucchat.economy.market.traders.Contracts;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** One stall: who rents it, and where its buyers pay to. */
@Controller
@RequestMapping("/markets/{code}/stalls/{stall}")
class StallDeskController {

    private static final int TRADERS = 30;

    private final Markets markets;
    private final Traders traders;
    private final Contracts contracts;
    private final PaymentMethods acceptances;
    private final Banks banks;
    private final MarketLookup desk;
    private final Pages pages;

    StallDeskController(
            Markets markets,
            Traders traders,
            Contracts contracts,
            PaymentMethods acceptances,
            Banks banks,
            MarketLookup desk,
            Pages pages) {
        this.banks = banks;
        this.markets = markets;
        this.traders = traders;
        this.contracts = contracts;
        this.acceptances = acceptances;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    View stall(Actor actor, Texts t, @Visible Market market, @PathVariable("stall") UUID id) {
        return page(actor, t, market, desk.stall(market, id), Form.blank(t, Map.of()), HttpStatus.OK);
    }

    private View page(Actor actor, Texts t, Market market, Stall stall, Form<?> form, HttpStatus status) {
        List<Contract> all = contracts.of(stall);
        List<PaymentMethod> ways = acceptances.of(stall);
        LocalDate today = markets.today();
        return pages.show(
                "economy/market/traders/stall",
                new StallPage(
                        market,
                        stall,
                        today,
                        all.stream().filter(c -> c.on(today)).findFirst().orElse(null),
                        all,
                        ways,
                        acceptances.accounts(ways),
                        markets.mayManage(actor, market),
                        form,
                        Stream.of(PaymentMethod.Kind.values())
                                .map(kind -> new Option(kind.name(), t.of("market.way." + kind)))
                                .toList(),
                        banks.options(today, t)),
                status);
    }

    @PostMapping("/acceptances")
    @Allow(MarketRoles.MARKET_MANAGER)
    View accept(
            Actor actor,
            Texts t,
            @Managed Market market,
            @PathVariable("stall") UUID id,
            Form<AcceptanceForm> form,
            Flash flash) {
        Stall stall = desk.stall(market, id);
        if (form.wrong()) return page(actor, t, market, stall, form, HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (acceptances.add(actor, market, stall, form.value().draft())) {
            case Result.Done _ -> flash.then("market.acceptance.added", MarketLookup.path(market, stall));
            case Result refused -> page(actor, t, market, stall, form.with(refused), refused.status());
        };
    }

    @PostMapping("/acceptances/{acceptance}/ended")
    @Allow(MarketRoles.MARKET_MANAGER)
    View end(
            Actor actor,
            @Managed Market market,
            @PathVariable("stall") UUID id,
            @PathVariable UUID acceptance,
            Flash flash) {
        Stall stall = desk.stall(market, id);
        return flash.then(
                acceptances.end(actor, market, stall, acceptance),
                "market.acceptance.ended",
                MarketLookup.path(market, stall));
    }

    /** @param trader whom the page is opened for, if any */
    @GetMapping("/contract")
    @Allow(MarketRoles.MARKET_MANAGER)
    View blank(
            Actor actor,
            Texts t,
            @Managed Market market,
            @PathVariable("stall") UUID id,
            @RequestParam(defaultValue = "") String trader,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String from) {
        String day = from.isEmpty() ? markets.today().toString() : from;
        Form<?> form = Form.blank(t, Map.of("trader", trader, "q", q, "from", day));
        return form(market, desk.stall(market, id), form, HttpStatus.OK);
    }

    @PostMapping("/contract")
    @Allow(MarketRoles.MARKET_MANAGER)
    View conclude(
            Actor actor, @Managed Market market, @PathVariable("stall") UUID id, Form<ContractForm> form, Flash flash) {
        Stall stall = desk.stall(market, id);
        if (form.wrong()) return form(market, stall, form, HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (contracts.conclude(actor, market, stall, form.value().draft())) {
            case Result.Done _ -> flash.then("market.contract.concluded", MarketLookup.path(market, stall));
            case Result refused -> form(market, stall, form.with(refused), refused.status());
        };
    }

    private View form(Market market, Stall stall, Form<?> form, HttpStatus status) {
        List<Trader> found = new ArrayList<>(traders.page(market, form.text("q"), false, null, TRADERS + 1));
        boolean more = found.size() > TRADERS;
        if (more) found.removeLast();
        Ids.read(form.text("trader"))
                .flatMap(id -> traders.find(market, id))
                .filter(chosen -> !found.contains(chosen))
                .ifPresent(found::addFirst);
        return pages.show(
                "economy/market/traders/contract-form",
                new ContractFormPage(market, stall, form, List.copyOf(found), more),
                status);
    }

    @PostMapping("/contracts/{contract}/ended")
    @Allow(MarketRoles.MARKET_MANAGER)
    View endContract(
            Actor actor,
            @Managed Market market,
            @PathVariable("stall") UUID id,
            @PathVariable UUID contract,
            Flash flash) {
        Stall stall = desk.stall(market, id);
        return flash.then(
                contracts.end(actor, market, stall, contract),
                "market.contract.ended",
                MarketLookup.path(market, stall));
    }
}
