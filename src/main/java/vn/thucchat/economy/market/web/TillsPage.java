package vn.thucchat.economy.market.web;

import java.util.List;
import vn.thucchat.economy.market.Till;

/** The stalls of one trader. */
public record TillsPage(List<Till> tills) {}
