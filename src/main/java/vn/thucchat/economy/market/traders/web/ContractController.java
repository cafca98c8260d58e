package vn.thucchat.economy.market.traders.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.thucchat.economy.market.traders.Contracts;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** Lets a stall to a trader, and ends that. */
@Controller
@RequestMapping("/markets/{code}/stalls/{stall}")
record ContractController(Markets markets, Traders traders, Contracts contracts, Pages pages) {

    private static final int TRADERS = 30;

    /** @param trader whom the page is opened for, if any */
    @GetMapping("/contract")
    @Allow(MarketRoles.MARKET_MANAGER)
    View blank(
            Actor actor,
            Texts t,
            @Managed Market market,
            Stall stall,
            @RequestParam(defaultValue = "") String trader,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String from) {
        String day = from.isEmpty() ? markets.today().toString() : from;
        Form<?> form = Form.blank(t, Map.of("trader", trader, "q", q, "from", day));
        return form(market, stall, form, HttpStatus.OK);
    }

    @PostMapping("/contract")
    @Allow(MarketRoles.MARKET_MANAGER)
    View conclude(Actor actor, @Managed Market market, Stall stall, Form<ContractForm> form, Flash flash) {
        return form.answer(
                typed -> contracts.conclude(actor, market, stall, typed.draft()),
                _ -> flash.then("market.contract.concluded", MarketLookup.path(market, stall)),
                (wrong, status) -> form(market, stall, wrong, status));
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
    View endContract(Actor actor, @Managed Market market, Stall stall, @PathVariable UUID contract, Flash flash) {
        return flash.then(
                contracts.end(actor, market, stall, contract),
                "market.contract.ended",
                MarketLookup.path(market, stall));
    }
}
