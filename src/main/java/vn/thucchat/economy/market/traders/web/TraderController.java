package vn.thucchat.economy.market.traders.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.register.web.Managed;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.register.web.Visible;
import vn.thucchat.economy.market.traders.Contract;
import vn.thucchat.economy.market.traders.Contracts;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.TraderSignIns;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** Who sells in a market. */
@Controller
@RequestMapping("/markets/{code}/traders")
record TraderController(
        Markets markets, Traders traders, Contracts contracts, Stalls stalls, TraderSignIns signIns, Pages pages) {

    private static final int PAGE = 100;

    @GetMapping
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    View list(Actor actor, @Visible Market market, Form<TraderFilter> form) {
        TraderFilter asked = form.valueOr(TraderFilter.ALL);
        boolean left = asked.left().equals("true");
        @Nullable
        Trader after =
                Ids.read(asked.after()).flatMap(id -> traders.find(market, id)).orElse(null);
        Slice<Trader> shown = Slice.of(
                traders.page(market, asked.q(), left, after, PAGE + 1),
                PAGE,
                trader -> trader.id().toString());
        return pages.show(
                "economy/market/traders/traders",
                new TradersPage(
                        market,
                        shown.items(),
                        form,
                        markets.mayManage(actor, market),
                        shown.next(MarketLookup.path(market) + "/traders?q="
                                + URLEncoder.encode(asked.q(), StandardCharsets.UTF_8)
                                + (left ? "&left=true" : "") + "&after=")));
    }

    @GetMapping("/{trader}")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    View trader(Actor actor, @Visible Market market, Trader trader) {
        signIns.looked(actor, market, trader);
        return page(actor, market, trader, traders.masked(market, trader.id()), false, List.of(), HttpStatus.OK);
    }

    /** In full, for a purpose: a form that is sent, so that nobody is led to it by a link. */
    @PostMapping("/{trader}/contact")
    @Allow(value = MarketRoles.MARKET_MANAGER, recent = 60)
    View contact(Actor actor, Texts t, @Managed Market market, Trader trader, Form<TraderFilter> form) {
        String purpose = form.text("purpose");
        if (purpose.length() < 3)
            return page(
                    actor,
                    market,
                    trader,
                    traders.masked(market, trader.id()),
                    false,
                    List.of(new Fault("purpose", t.of("market.purpose.fault"))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        return page(
                actor,
                market,
                trader,
                traders.contact(actor, market, trader.id(), purpose).orElseThrow(),
                true,
                List.of(),
                HttpStatus.OK);
    }

    private View page(
            Actor actor,
            Market market,
            Trader trader,
            Traders.Contact contact,
            boolean inFull,
            List<Fault> faults,
            HttpStatus status) {
        List<Contract> held = contracts.of(trader);
        return pages.show(
                "economy/market/traders/trader",
                new TraderPage(
                        market,
                        trader,
                        contact,
                        inFull,
                        held,
                        stalls.numbers(
                                market, held.stream().map(Contract::stall).toList()),
                        signIns.of(actor, trader).orElse(null),
                        markets.mayManage(actor, market),
                        faults),
                status);
    }

    @PostMapping("/{trader}/left")
    @Allow(MarketRoles.MARKET_MANAGER)
    View leave(Actor actor, @Managed Market market, Trader trader, Flash flash) {
        return flash.then(
                traders.leave(actor, market, trader.id()),
                "market.trader.gone",
                MarketLookup.path(market) + "/traders/" + trader.id());
    }
}
