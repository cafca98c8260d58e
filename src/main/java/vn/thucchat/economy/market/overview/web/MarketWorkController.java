package vn.thucchat.economy.market.overview.web;

import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.overview.MarketWork;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** One errand with the markets in which it waits. */
@Controller
record MarketWorkController(MarketWork markets, Pages pages) {

    @GetMapping(MarketWorkType.PATH + "{errand}")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View one(Actor actor, @PathVariable String errand) {
        MarketWorkType wanted = Arrays.stream(MarketWorkType.values())
                .filter(one -> one.key().equals(errand))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("work.errand.none"));
        return pages.show("economy/market/overview/errand", new MarketWorkPage(wanted, wanted.in(markets.of(actor))));
    }
}
