package vn.thucchat.foundation.money.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sheets of one workbook that may state the same movements, as many as a workbook may have. */
@NullMarked
class RepeatedSheetsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    /** What comes in is taken out again; the balance behind each movement is that of no other page. */
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_hundred_pages_of_one_day_that_come_to_zero_are_compared_pair_by_pair_once() {
        var sheets = new RepeatedSheets();
        var copied = new Statement("1", List.of());
        var random = new Random(1);
        for (int page = 0; page < 100; page++) {
            var lines = new ArrayList<StatementLine>();
            long own = 1_000_000L * (page + 1);
            lines.add(line(StatementLine.Direction.IN, own));
            for (int pair = 0; pair < 250; pair++) {
                long amount = 1_000L + random.nextInt(3_000);
                lines.add(line(StatementLine.Direction.IN, amount));
                lines.add(line(StatementLine.Direction.OUT, amount));
            }
            lines.add(line(StatementLine.Direction.OUT, own));
            var statement = new Statement("1", 0L, 0L, DAY, DAY, true, lines, List.of());
            sheets.add("Trang " + page, List.of(statement));
            if (page == 7) copied = statement;
        }
        assertThat(sheets.repeated()).isEmpty();
        sheets.add("Trang 7 (2)", List.of(copied));
        assertThat(sheets.repeated()).containsExactly("Trang 7 (2)");
    }

    private static StatementLine line(StatementLine.Direction direction, long amount) {
        return new StatementLine("1", DAY, null, direction, amount, null, Set.of(), "GUI XE", null, null, false);
    }
}
