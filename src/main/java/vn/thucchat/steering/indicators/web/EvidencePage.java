package vn.thucchat.steering.indicators.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;

/**
 * The facts behind a figure, the newest first.
 *
 * @param figure back to the figure
 * @param value the figure that they make
 * @param part numerator or denominator where only that is shown, in words; or null
 * @param total how many there are, or null when they are not counted
 * @param first the first page, null on it
 * @param next the next page, null on the last
 * @param note why single facts are not shown, or null
 */
public record EvidencePage(
        String indicator,
        String pillar,
        List<Link> path,
        String period,
        Link figure,
        @Nullable Quantity value,
        @Nullable String part,
        @Nullable Long total,
        List<Row> rows,
        @Nullable String first,
        @Nullable String next,
        @Nullable String note) {

    /**
     * @param kind in words
     * @param facets name and value of each, in words
     * @param amount with its unit in the measure; null when the kind has none
     * @param correction it takes the place of an earlier fact
     * @param url the record that it came from, opened by the module that owns it; empty where several stand in one row
     */
    public record Row(
            LocalDate day,
            String unit,
            String kind,
            List<String> facets,
            BigDecimal count,
            @Nullable Quantity amount,
            Provenance provenance,
            boolean synthetic,
            boolean correction,
            String url) {}
}
