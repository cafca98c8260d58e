package vn.thucchat.economy.market.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.Market;
import vn.thucchat.economy.market.Trader;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;

/**
 * @param trader null for a new one
 * @param stall where to go on to with a contract once the trader is there; empty: nowhere
 */
public record TraderFormPage(
        Market market,
        @Nullable Trader trader,
        String action,
        String stall,
        Typed typed,
        List<Fault> faults,
        List<Option> kinds) {}
