package vn.thucchat.foundation.money.formats;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Detects days whose month may stand first. A spreadsheet program with American settings makes a day in May of {@code
 * 05/11/2026} and leaves {@code 13/11/2026} a text; an American table has {@code 11/05/2026} above {@code 11/13/2026}.
 */
final class DayOrder {

    private static final int MONTHS = 12;
    private static final Pattern AMERICAN = Pattern.compile(
            "(?:0?[1-9]|1[0-2])[/.\\-](?:1[3-9]|2\\d|3[01])[/.\\-](?:\\d{4}|\\d{2})(?!\\d).*", Pattern.DOTALL);

    private boolean cells;
    private boolean cellsBehindMonths;
    private boolean textsWithinMonths;
    private boolean textsBehindMonths;
    private int firstText;
    private int firstAmerican;

    void add(int row, StatedCell cell) {
        @Nullable StatedDay day = cell.day();
        boolean text = cell.number() == null && cell.moment() == null;
        if (day == null) {
            if (text && firstAmerican == 0 && AMERICAN.matcher(cell.text()).matches()) firstAmerican = row;
            return;
        }
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

    /** The first row that gives it away; 0: the days mean one thing. */
    int doubtful() {
        if (firstAmerican > 0 && !cellsBehindMonths && !textsBehindMonths) return firstAmerican;
        return cells && !cellsBehindMonths && !textsWithinMonths ? firstText : 0;
    }
}
