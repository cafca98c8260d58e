package vn.thucchat.economy.market.traders.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.pages.Problem;

/** Finds the trader that an address names. */
@Component
class TraderLookup {

    private final Traders traders;

    TraderLookup(Traders traders) {
        this.traders = traders;
    }

    Trader trader(Market market, UUID id) {
        return traders.find(market, id).orElseThrow(() -> Problem.notFound("market.trader.none"));
    }
}
