package vn.thucchat.economy.market.till.web;

import java.util.List;
import vn.thucchat.economy.market.till.Till;

/** The stalls of one trader. */
public record TillsPage(List<Till> tills) {}
