package vn.thucchat.steering.indicators.reporting.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.steering.indicators.reporting.Round;

/**
 * One call for figures and how far every unit is.
 *
 * @param tally how many units stand how
 * @param overdue days past the day it was due; 0 or less while there is time
 * @param rows of the units that the reader's roles reach, the furthest behind first
 * @param shown how many these are on all pages
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
        List<Row> rows,
        int shown,
        @Nullable String first,
        @Nullable String next) {

    public record Row(String unit, String code, String url, Round.Standing standing, int stated, int owed) {}

    public long count(Round.Standing standing) {
        return tally.getOrDefault(standing, 0L);
    }
}
