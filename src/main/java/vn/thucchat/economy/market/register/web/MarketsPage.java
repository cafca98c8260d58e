package vn.thucchat.economy.market.register.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;

/**
 * The list of markets.
 *
 * @param mine only those of the reader's own units
 * @param next the address of the next part, or null at the end
 */
public record MarketsPage(
        List<Row> rows,
        boolean mine,
        boolean mayOpen,
        @Nullable String next) {

    /** A market with its commune's name. */
    public record Row(Market market, String place, Market.Counts counts) {}
}
