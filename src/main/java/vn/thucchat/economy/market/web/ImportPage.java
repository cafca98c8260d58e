package vn.thucchat.economy.market.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.Imports;
import vn.thucchat.economy.market.Market;
import vn.thucchat.foundation.pages.Fault;

/**
 * The import of a market.
 *
 * @param cells what is wrong, the first of {@code wrong}
 * @param taken what the file sent just before came to, or null
 */
public record ImportPage(
        Market market, List<Fault> faults, List<Cell> cells, int wrong, Imports.Outcome.@Nullable Taken taken) {

    /** A cell's address, its column's title and what is wrong with it. */
    public record Cell(String address, String column, String message) {}
}
