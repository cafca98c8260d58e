package vn.thucchat.economy.market.register.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** What the handlers of markets share: finding what an address names, for those who may see it. */
@Component
class MarketLookup {

    private final Markets markets;
    private final Stalls stalls;
    private final Traders traders;
    private final Units units;

    MarketLookup(Markets markets, Stalls stalls, Traders traders, Units units) {
        this.markets = markets;
        this.stalls = stalls;
        this.traders = traders;
        this.units = units;
    }

    Market market(String code) {
        return markets.find(code).orElseThrow(() -> Problem.notFound("market.none"));
    }

    /** To those who have no business there it is as if it were not. */
    Market readable(Actor actor, String code) {
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

    Stall stall(Market market, UUID id) {
        return stalls.find(market, id).orElseThrow(() -> Problem.notFound("market.stall.none"));
    }

    Trader trader(Market market, UUID id) {
        return traders.find(market, id).orElseThrow(() -> Problem.notFound("market.trader.none"));
    }

    String place(Texts t, UnitCode unit) {
        return units.nearest(unit, markets.today())
                .map(it -> t.either(it.name(), it.nameEn()))
                .orElse(unit.value());
    }

    static String path(Market market) {
        return "/markets/" + market.code();
    }

    static String path(Market market, Stall stall) {
        return path(market) + "/stalls/" + stall.id();
    }

    static List<Link> crumbs(Texts t, Market market, Link... more) {
        var path = new java.util.ArrayList<Link>();
        path.add(new Link("/markets", t.of("market.list")));
        path.add(new Link(path(market), market.name()));
        path.addAll(List.of(more));
        return List.copyOf(path);
    }
}
