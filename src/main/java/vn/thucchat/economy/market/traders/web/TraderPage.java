package vn.thucchat.economy.market.traders.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.traders.Contract;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.TraderSignIns;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.pages.Fault;

/**
 * A trader.
 *
 * @param contact masked, or in full once its purpose was said
 * @param stalls the numbers of those in the contracts
 * @param signIn what the trader signs in with, or null
 * @param faults of the form that asks for it in full
 */
public record TraderPage(
        Market market,
        Trader trader,
        Traders.Contact contact,
        boolean inFull,
        List<Contract> contracts,
        Map<UUID, String> stalls,
        TraderSignIns.@Nullable SignIn signIn,
        boolean manages,
        List<Fault> faults) {}
