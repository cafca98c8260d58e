package vn.thucchat.economy.market.register.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Texts;

/** The evidence of the facts of markets: open to everybody. */
@Controller
record MarketActController(Markets markets, ActPages acts) {

    @GetMapping("/market/acts/markets/{id}")
    @Allow(anyone = true)
    View market(Texts t, @PathVariable UUID id) {
        Market market = markets.find(id).orElseThrow(ActPages::none);
        var act = new Act("market.act.market", market.openedOn(), market.closedOn(), List.of(), id);
        return acts.show(t, market, act);
    }
}
