package vn.thucchat.economy.market.register.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.signs.Certification;
import vn.thucchat.economy.market.signs.Certifications;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.LinkAccess;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;

/** The evidence of facts: all but charges open to everybody, so without personal data. */
@Controller
@RequestMapping("/market/acts")
class MarketActController {

    private final Markets markets;
    private final Stalls stalls;
    private final Traders traders;
    private final PaymentMethods acceptances;
    private final Charges charges;
    private final Certifications certifications;
    private final MarketLookup desk;
    private final LinkAccess doors;
    private final Pages pages;

    MarketActController(
            Markets markets,
            Stalls stalls,
            Traders traders,
            PaymentMethods acceptances,
            Charges charges,
            Certifications certifications,
            MarketLookup desk,
            LinkAccess doors,
            Pages pages) {
        this.markets = markets;
        this.stalls = stalls;
        this.traders = traders;
        this.acceptances = acceptances;
        this.charges = charges;
        this.certifications = certifications;
        this.desk = desk;
        this.doors = doors;
        this.pages = pages;
    }

    @GetMapping("/markets/{id}")
    @Allow(anyone = true)
    View market(Actor actor, Texts t, @PathVariable UUID id) {
        Market market = markets.find(id).orElseThrow(MarketActController::none);
        return pages.show(
                "economy/market/act",
                new ActPage(
                        "market.act.market",
                        market,
                        place(t, market),
                        market.openedOn(),
                        market.closedOn(),
                        List.of(),
                        id,
                        MarketLookup.path(market)));
    }

    @GetMapping("/traders/{id}")
    @Allow(anyone = true)
    View trader(Actor actor, Texts t, @PathVariable UUID id) {
        Trader trader = traders.find(id).orElseThrow(MarketActController::none);
        Market market = markets.find(trader.market()).orElseThrow();
        return pages.show(
                "economy/market/act",
                new ActPage(
                        "market.act.trader",
                        market,
                        place(t, market),
                        trader.joinedOn(),
                        trader.leftOn(),
                        List.of(new ActPage.Line("market.trader.kind", t.of("market.trader.kind." + trader.kind()))),
                        id,
                        record(actor, market, MarketLookup.path(market) + "/traders/" + id)));
    }

    @GetMapping("/acceptances/{id}")
    @Allow(anyone = true)
    View acceptance(Actor actor, Texts t, @PathVariable UUID id) {
        PaymentMethod way = acceptances.find(id).orElseThrow(MarketActController::none);
        Market market = markets.find(way.market()).orElseThrow();
        Stall stall = stalls.find(market, way.stall()).orElseThrow();
        return pages.show(
                "economy/market/act",
                new ActPage(
                        "market.act.acceptance",
                        market,
                        place(t, market),
                        way.fromOn(),
                        way.toOn(),
                        List.of(
                                new ActPage.Line("market.number", stall.number()),
                                new ActPage.Line("market.way", t.of("market.way." + way.kind())),
                                new ActPage.Line("market.label", way.label())),
                        id,
                        record(actor, market, MarketLookup.path(market, stall))));
    }

    /** What a stall owes is the stall's business: only those see it who answer for the figures or the market. */
    @GetMapping("/charges/{id}")
    @Allow({Roles.EVIDENCE_READER, PaymentRoles.ACCOUNTANT, MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View charge(Actor actor, HttpServletRequest request, Texts t, @PathVariable UUID id) {
        Charge charge = charges.find(id).orElseThrow(MarketActController::none);
        Market market = markets.find(charge.market()).orElseThrow();
        if (!doors.open(actor, request.getRequestURI(), market.unit().value())) throw none();
        var lines = new ArrayList<ActPage.Line>();
        lines.add(new ActPage.Line("market.number", charge.number()));
        lines.add(new ActPage.Line("market.charge.kind", t.of("market.charge." + charge.kind())));
        lines.add(new ActPage.Line("market.charges.sum", t.of("market.vnd", t.number(charge.amountVnd()))));
        lines.add(new ActPage.Line("market.charges.due", t.date(charge.dueOn())));
        LocalDate paid = charge.paidOn();
        if (paid != null)
            lines.add(new ActPage.Line(
                    "market.charge.state",
                    t.of("market.charge.paid-on", t.date(paid), t.of("market.charge." + charge.channel()))));
        return pages.show(
                "economy/market/act",
                new ActPage(
                        "market.act.charge",
                        market,
                        place(t, market),
                        charge.month(),
                        charge.cancelledOn(),
                        lines,
                        id,
                        record(
                                actor,
                                market,
                                MarketLookup.path(market) + "/charges/" + YearMonth.from(charge.month()) + "/"
                                        + charge.kind())));
    }

    @GetMapping("/certifications/{id}")
    @Allow(anyone = true)
    View certification(Actor actor, Texts t, @PathVariable UUID id) {
        Certification found = certifications.find(id).orElseThrow(MarketActController::none);
        Market market = markets.find(found.market()).orElseThrow();
        return pages.show(
                "economy/market/act",
                new ActPage(
                        "market.act.certification",
                        market,
                        place(t, market),
                        found.fromOn(),
                        found.revokedOn(),
                        List.of(),
                        id,
                        record(actor, market, MarketLookup.path(market) + "/certification")));
    }

    /** Where those in charge see it whole; null for everybody else. */
    private @Nullable String record(Actor actor, Market market, String path) {
        return markets.mayRead(actor, market)
                        && doors.open(actor, path, market.unit().value())
                ? path
                : null;
    }

    private Link place(Texts t, Market market) {
        return new Link("/units/" + market.unit(), desk.place(t, market.unit()));
    }

    private static Problem none() {
        return Problem.notFound("market.act.none");
    }
}
