package vn.thucchat.steering.indicators.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.steering.indicators.reporting.Round;

/**
 * One call for figures and how far every unit is.
 *
 * @param tally how many units stand how
 * @param overdue days past the day it was due; 0 or less while there is time
 * @param parents the units above those that owe; empty where there is only one
 * @param rows of the units that the reader's roles reach, the furthest behind first
 * @param reached how many these are on all pages, whatever is filtered
 * @param missing how many of them still have to act
 * @param remind where they are looked at before they are reminded; null for whoever may not
 */
public record RoundPage(
        String name,
        String period,
        String unit,
        String level,
        LocalDate due,
        long overdue,
        boolean synthetic,
        List<Link> indicators,
        int units,
        Map<Round.Standing, Long> tally,
        Table table,
        List<Option> standings,
        List<Option> parents,
        List<Row> rows,
        int reached,
        int missing,
        @Nullable String remind) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("comparison.unit"),
            Table.Column.of("rounds.standing"),
            Table.Column.of("rounds.stated").numbers(),
            Table.Column.of("rounds.reminded"));

    /** @param reminded when and who, in words; null where nobody was */
    public record Row(
            String unit,
            String code,
            String parent,
            String url,
            Round.Standing standing,
            int stated,
            int owed,
            @Nullable Reminded reminded) {}

    /**
     * The last reminder of a unit.
     *
     * @param persons how many had it, all told
     */
    public record Reminded(Instant at, String to, String by, int persons) {}

    public long count(Round.Standing standing) {
        return tally.getOrDefault(standing, 0L);
    }
}
