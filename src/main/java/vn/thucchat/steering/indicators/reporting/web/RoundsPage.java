package vn.thucchat.steering.indicators.reporting.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Table;

/**
 * The calls for figures, the latest due first.
 *
 * @param create where another is opened, or null
 */
public record RoundsPage(List<Row> rows, @Nullable String create, Table table) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("rounds.name"),
            Table.Column.of("rounds.due"),
            Table.Column.of("rounds.progress").numbers());

    /**
     * @param reported units whose figures are all accepted
     * @param late whether the day has passed and somebody still owes something
     */
    public record Row(
            String name,
            String url,
            String period,
            String unit,
            String level,
            LocalDate due,
            int reported,
            int submitted,
            int units,
            boolean late,
            boolean synthetic) {}
}
