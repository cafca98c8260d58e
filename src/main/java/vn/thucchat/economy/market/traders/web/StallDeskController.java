package vn.thucchat.economy.market.traders.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** One stall: who rents it, and where its buyers pay to. */
@Controller
@RequestMapping("/markets/{code}/stalls/{stall}")
record StallDeskController(Markets markets, Contracts contracts, PaymentMethods acceptances, Banks banks, Pages pages) {

    @GetMapping
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    View stall(Actor actor, Texts t, @Visible Market market, Stall stall) {
        return page(actor, t, market, stall, Form.blank(t), HttpStatus.OK);
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
    View accept(Actor actor, Texts t, @Managed Market market, Stall stall, Form<AcceptanceForm> form, Flash flash) {
        return form.answer(
                typed -> acceptances.add(actor, market, stall, typed.draft()),
                _ -> flash.then("market.acceptance.added", MarketLookup.path(market, stall)),
                (wrong, status) -> page(actor, t, market, stall, wrong, status));
    }

    @PostMapping("/acceptances/{acceptance}/ended")
    @Allow(MarketRoles.MARKET_MANAGER)
    View end(Actor actor, @Managed Market market, Stall stall, @PathVariable UUID acceptance, Flash flash) {
        return flash.then(
                acceptances.end(actor, market, stall, acceptance),
                "market.acceptance.ended",
                MarketLookup.path(market, stall));
    }
}
