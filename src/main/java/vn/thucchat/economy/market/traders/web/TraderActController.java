package vn.thucchat.economy.market.traders.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.register.web.Act;
import vn.thucchat.economy.market.register.web.ActPages;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Texts;

/** Shows the act behind a fact of traders to everybody, without personal data. */
@Controller
@RequestMapping("/market/acts")
record TraderActController(Stalls stalls, Traders traders, PaymentMethods acceptances, ActPages acts) {

    @GetMapping("/traders/{id}")
    @Allow(anyone = true)
    View trader(Actor actor, Texts t, @PathVariable UUID id) {
        Trader trader = traders.find(id).orElseThrow(ActPages::none);
        var kind = new Act.Line("market.trader.kind", t.of("market.trader.kind." + trader.kind()));
        var act = new Act("market.act.trader", trader.joinedOn(), trader.leftOn(), List.of(kind), id);
        return acts.show(actor, t, trader.market(), act, "/traders/" + id);
    }

    @GetMapping("/acceptances/{id}")
    @Allow(anyone = true)
    View acceptance(Actor actor, Texts t, @PathVariable UUID id) {
        PaymentMethod way = acceptances.find(id).orElseThrow(ActPages::none);
        Stall stall = stalls.find(way.stall()).orElseThrow();
        var act = new Act(
                "market.act.acceptance",
                way.fromOn(),
                way.toOn(),
                List.of(
                        new Act.Line("market.number", stall.number()),
                        new Act.Line("market.way", t.of("market.way." + way.kind())),
                        new Act.Line("market.label", way.label())),
                id);
        return acts.show(actor, t, stall.market(), act, "/stalls/" + stall.id());
    }
}
