package vn.thucchat.economy.market.register.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** What the handlers of markets share: finding what an address names, for those who may see it. */
@Component
@NamedInterface("lookup")
public class MarketLookup {

    private final Markets markets;
    private final Units units;

    MarketLookup(Markets markets, Units units) {
        this.markets = markets;
        this.units = units;
    }

    public Market market(String code) {
        return markets.find(code).orElseThrow(() -> Problem.notFound("market.none"));
    }

    /** To those who have no business there it is as if it were not. */
    public Market readable(Actor actor, String code) {
        Market market = market(code);
        if (!markets.mayRead(actor, market)) throw Problem.notFound("market.none");
        return market;
    }

    Market managed(Actor actor, String code) {
        Market market = market(code);
        if (!markets.mayManage(actor, market)) throw Problem.notFound("market.none");
        return market;
    }

    Market inspected(Actor actor, String code) {
        Market market = market(code);
        if (!markets.mayInspect(actor, market)) throw Problem.notFound("market.none");
        return market;
    }

    public String place(Texts t, UnitCode unit) {
        return units.nearest(unit, markets.today())
                .map(it -> t.either(it.name(), it.nameEn()))
                .orElse(unit.value());
    }

    /**
     * Reads a month of an address, {@code 2026-03}.
     *
     * @throws Problem for what is none
     */
    public static YearMonth month(String typed) {
        try {
            YearMonth of = typed.matches("20[0-9]{2}-[0-9]{2}") ? YearMonth.parse(typed) : null;
            if (of != null) return of;
        } catch (DateTimeException e) {
            // as below: there is no month 13
        }
        throw Problem.bad("month", "market.month.fault");
    }

    public static String path(Market market) {
        return "/markets/" + market.code();
    }

    public static String path(Market market, Stall stall) {
        return path(market) + "/stalls/" + stall.id();
    }

    public static List<Link> crumbs(Texts t, Market market, Link... more) {
        var path = new java.util.ArrayList<Link>();
        path.add(new Link("/markets", t.of("market.list")));
        path.add(new Link(path(market), market.name()));
        path.addAll(List.of(more));
        return List.copyOf(path);
    }
}
