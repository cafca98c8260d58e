package vn.thucchat.economy.market.till.web;

import java.util.List;
import vn.thucchat.economy.market.till.Till;

/**
 * The stalls of one trader.
 *
 * @param former of a trader who has none any more: those whose book can still be read
 */
public record TillsPage(List<Till> tills, List<Till> former) {}
