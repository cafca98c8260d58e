package vn.thucchat.economy.market.web;

import java.util.List;
import vn.thucchat.economy.market.Market;
import vn.thucchat.economy.market.Stall;
import vn.thucchat.economy.market.Trader;
import vn.thucchat.foundation.pages.Form;

/**
 * The form of a contract.
 *
 * @param traders those found by what was searched for
 * @param more whether there are others
 */
public record ContractFormPage(Market market, Stall stall, Form<?> form, List<Trader> traders, boolean more) {}
