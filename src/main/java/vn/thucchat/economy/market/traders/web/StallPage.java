package vn.thucchat.economy.market.traders.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.Contract;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * A stall.
 *
 * @param current the contract that holds today, or null
 * @param accounts behind the acceptances, by the payments module's numbers
 */
public record StallPage(
        Market market,
        Stall stall,
        LocalDate today,
        @Nullable Contract current,
        List<Contract> contracts,
        List<PaymentMethod> acceptances,
        Map<Integer, ReceivingAccount> accounts,
        boolean manages,
        Form<?> form,
        List<Option> kinds,
        List<Option> banks) {}
