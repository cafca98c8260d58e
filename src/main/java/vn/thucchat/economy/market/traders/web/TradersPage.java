package vn.thucchat.economy.market.traders.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.foundation.pages.Form;

/** The traders of a market, those that were searched for. */
public record TradersPage(
        Market market,
        List<Trader> traders,
        Form<?> form,
        boolean manages,
        @Nullable String next) {}
