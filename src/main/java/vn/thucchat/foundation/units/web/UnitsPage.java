package vn.thucchat.foundation.units.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.Unit;

/**
 * The list of units: found by name, or those of a province.
 *
 * @param above whose units are listed; null after a search
 * @param total how many there are on all pages
 * @param previous the address of the page before, or null
 */
public record UnitsPage(
        String query,
        LocalDate on,
        @Nullable Unit above,
        List<Row> rows,
        int total,
        @Nullable String previous,
        @Nullable String next) {

    /** @param within what it belongs to, or null */
    public record Row(Unit unit, @Nullable Unit within, String href) {}
}
