package vn.thucchat.economy.market.revenue.web;

import java.util.List;
import java.util.UUID;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.pages.Fault;

/**
 * Cash that could not be read.
 *
 * @param amount what was typed
 * @param key of the sale, which stays the same
 */
public record CashSalePage(Till till, String amount, UUID key, List<Fault> faults) {}
