package vn.thucchat.steering.indicators.definitions.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;

/**
 * What one unit is to reach in one period: every indicator, with the document that says so and what was said before.
 *
 * @param yearBefore the name of the same period a year before
 * @param year to the targets of the whole year; null when this is the year
 */
public record TargetsPage(
        String unitName,
        String periodName,
        String unit,
        List<Option> units,
        String period,
        List<Option> periods,
        List<Row> rows,
        int set,
        @Nullable Link year,
        String yearBefore) {

    /** How many are judged by what was set for the year. */
    public long byYear() {
        return rows.stream()
                .filter(row -> row.holds() == null && row.ofYear() != null)
                .count();
    }

    /**
     * @param history newest first; the first one holds
     * @param before how the same period of the year before went, or null when nothing is known of it
     * @param ofYear what holds for the whole year, by which a shorter period without a target of its own is judged
     * @param units to the grid of the units below; null where there are none
     */
    public record Row(
            String indicator,
            String indicatorUrl,
            String pillar,
            @Nullable Held holds,
            List<Held> history,
            @Nullable Held ofYear,
            @Nullable Before before,
            String set,
            @Nullable String units) {}

    /**
     * The same period of the year before.
     *
     * @param reached what the figure came to, or null; {@code set} what was asked for, or null
     */
    public record Before(
            @Nullable Quantity reached,
            @Nullable String url,
            @Nullable Quantity set) {}

    /**
     * @param steps the unit's own path by the end of the first three quarters; empty when it is straight
     * @param synthetic set by a demonstration account
     */
    public record Held(
            Quantity value,
            String document,
            @Nullable LocalDate issuedOn,
            String derivation,
            List<Quantity> steps,
            LocalDate setOn,
            boolean synthetic) {}
}
