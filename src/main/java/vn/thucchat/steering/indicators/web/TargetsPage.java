package vn.thucchat.steering.indicators.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Option;

/** What one unit is to reach in one period: every indicator, with the document that says so and what was said before. */
public record TargetsPage(
        String unitName,
        String periodName,
        String unit,
        List<Option> units,
        String period,
        List<Option> periods,
        List<Row> rows,
        int set) {

    /** @param history newest first; the first one holds */
    public record Row(
            String indicator,
            String indicatorUrl,
            String pillar,
            @Nullable Held holds,
            List<Held> history,
            String set) {}

    /** @param synthetic set by a demonstration account */
    public record Held(
            Quantity value,
            String document,
            @Nullable LocalDate issuedOn,
            String derivation,
            LocalDate setOn,
            boolean synthetic) {}
}
