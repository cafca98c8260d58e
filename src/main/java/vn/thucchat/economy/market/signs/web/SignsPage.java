package vn.thucchat.economy.market.signs.web;

import java.util.List;
import vn.thucchat.economy.market.register.Market;

/**
 * The signs of a market to be printed, in parts that a printer can take.
 *
 * @param more of further accounts of the same stalls, printed only when they are asked for
 */
public record SignsPage(Market market, int signs, int more, List<Part> parts) {

    /** @param from the number of the first stall, {@code to} of the last */
    public record Part(String url, String zone, String from, String to, int signs) {}
}
