package vn.thucchat.economy.market.traders.web;

import java.util.List;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.foundation.pages.Form;

/**
 * The form of a contract.
 *
 * @param traders those found by what was searched for
 * @param more whether there are others
 */
public record ContractFormPage(Market market, Stall stall, Form<?> form, List<Trader> traders, boolean more) {}
