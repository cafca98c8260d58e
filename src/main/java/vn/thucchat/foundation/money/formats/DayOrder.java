package vn.thucchat.foundation.money.formats;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Detects tables in which day and month may have been swapped. A spreadsheet program with American settings reads the
 * fifth of November, {@code 05/11/2026}, as the eleventh of May and leaves {@code 13/11/2026} a text; a table that was
 * written with American settings has {@code 11/05/2026} above {@code 11/13/2026}.
 */
final class DayOrder {

    private static final int MONTHS = 12;
    private static final Pattern AMERICAN = Pattern.compile(
            "(?:0?[1-9]|1[0-2])[/.\\-](?:1[3-9]|2\\d|3[01])[/.\\-](?:\\d{4}|\\d{2})(?!\\d).*", Pattern.DOTALL);

    private final TablePreamble around;
    private boolean cells;
    private boolean cellsBehindMonths;
    private boolean textsWithinMonths;
    private boolean textsBehindMonths;
    private int firstText;
    private int firstAmerican;
    private int firstSwapped;

    /** @param around what stands above the table: the period in which all its days lie */
    DayOrder(TablePreamble around) {
        this.around = around;
    }

    void add(int row, StatedCell cell) {
        @Nullable StatedDay day = cell.day();
        boolean text = cell.number() == null && cell.moment() == null;
        if (day == null) {
            if (text && firstAmerican == 0 && AMERICAN.matcher(cell.text()).matches()) firstAmerican = row;
            return;
        }
        if (firstSwapped == 0 && swapped(day.day())) firstSwapped = row;
        boolean behind = day.day().getDayOfMonth() > MONTHS;
        if (!text) {
            cells = true;
            cellsBehindMonths |= behind;
        } else if (behind) {
            textsBehindMonths = true;
            if (firstText == 0) firstText = row;
        } else {
            textsWithinMonths = true;
        }
    }

    /** Whether the day lies outside the stated period, and inside it with day and month swapped. */
    private boolean swapped(LocalDate day) {
        if (day.getDayOfMonth() > MONTHS || stated(day)) return false;
        return stated(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
    }

    /** Whether the day lies in the stated period; in none where the table states none. */
    private boolean stated(LocalDate day) {
        @Nullable LocalDate from = around.from();
        @Nullable LocalDate to = around.to();
        return from != null && to != null && !day.isBefore(from) && !day.isAfter(to);
    }

    /** The first row that gives it away; 0: the days mean one thing. */
    int doubtful() {
        if (firstSwapped > 0) return firstSwapped;
        if (firstAmerican > 0 && !cellsBehindMonths && !textsBehindMonths) return firstAmerican;
        return cells && !cellsBehindMonths && !textsWithinMonths ? firstText : 0;
    }
}
