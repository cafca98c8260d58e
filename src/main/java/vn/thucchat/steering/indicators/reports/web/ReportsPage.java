package vn.thucchat.steering.indicators.reports.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.steering.indicators.reports.Report;

/**
 * The reports that somebody may read, newest first.
 *
 * @param unit the code asked for, or empty for all; chosen among {@code units}, those that have reports
 * @param period likewise
 * @param order where this person orders one, or null
 */
public record ReportsPage(
        String unit,
        List<Option> units,
        String period,
        List<Option> periods,
        List<Row> rows,
        @Nullable String order,
        @Nullable String first,
        @Nullable String next) {

    /** @param mark a message key, or null */
    public record Row(
            String url,
            String unit,
            String period,
            String number,
            LocalDate date,
            Report.State state,
            @Nullable String mark) {}
}
