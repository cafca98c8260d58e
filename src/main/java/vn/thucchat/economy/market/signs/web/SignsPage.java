package vn.thucchat.economy.market.signs.web;

import java.util.List;
import vn.thucchat.economy.market.register.Market;

/** The signs of a market to be printed, in parts that a printer can take. */
public record SignsPage(Market market, int signs, List<Part> parts) {

    /** @param from the number of the first stall, {@code to} of the last */
    public record Part(String url, String zone, String from, String to, int signs) {}
}
