package vn.thucchat.economy.market.register.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.StallLine;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/** The stalls of a market, those that were searched for. */
public record StallsPage(
        Market market,
        List<StallLine> stalls,
        Form<?> form,
        List<Option> zones,
        boolean manages,
        @Nullable String next) {}
