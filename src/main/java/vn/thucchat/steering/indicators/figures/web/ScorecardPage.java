package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.charts.Bars;
import vn.thucchat.foundation.charts.Trend;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;

/**
 * How one unit stood in one period, what is behind its plan first.
 *
 * @param updated as of when for who sees figures run before they are published; null for the others, whose figures
 *     stand as they were published
 * @param rows in any order; the page groups them by {@link TargetStatus}
 * @param report where the report of the unit and period is, or null
 */
public record ScorecardPage(
        String unit,
        List<Link> path,
        String period,
        Filter filter,
        @Nullable Instant updated,
        List<Row> rows,
        @Nullable String report,
        FigurePage.Downloads downloads) {

    /**
     * The form that moves to another unit, period or day.
     *
     * @param boundaries the day whose borders are used
     */
    public record Filter(String unit, List<Option> units, String period, List<Option> periods, LocalDate boundaries) {}

    /**
     * @param pillar {@code GOVERNMENT}, {@code ECONOMY}, {@code SOCIETY} or {@code INFRASTRUCTURE}
     * @param url the figure's page
     * @param growth on the year, or null
     * @param provenance null when nothing is known
     * @param comparison the same indicator, units compared; or null
     */
    public record Row(
            String pillar,
            String name,
            String url,
            @Nullable Quantity value,
            @Nullable Against against,
            TargetStatus standing,
            @Nullable Growth growth,
            Trend trend,
            @Nullable Provenance provenance,
            boolean synthetic,
            boolean derived,
            @Nullable String comparison) {}

    public List<Row> rows(TargetStatus standing) {
        return rows.stream().filter(row -> row.standing() == standing).toList();
    }

    public int count(TargetStatus standing) {
        return rows(standing).size();
    }

    /** How many have a plan and a value to hold against it. */
    public int planned() {
        return count(TargetStatus.BEHIND) + count(TargetStatus.ON_TRACK) + count(TargetStatus.REACHED);
    }

    /** The one scale of all bars: what is reached of each target, in per cent. */
    public Bars scale() {
        return Against.scale(
                rows.stream().flatMap(row -> Stream.ofNullable(row.against())).toList());
    }

    /** Whether any row can be drawn through time; else the column is left out. */
    public boolean trends() {
        return rows.stream().anyMatch(row -> row.trend().connected());
    }

    /** Whether the year before is known of any row; else the column is left out. */
    public boolean growths() {
        return rows.stream().anyMatch(row -> row.growth() != null);
    }

    /** The part of all rows that stand so, in per cent: for the band at the top. */
    public BigDecimal share(TargetStatus standing) {
        return rows.isEmpty()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(100L * count(standing))
                        .divide(BigDecimal.valueOf(rows.size()), 2, RoundingMode.HALF_UP);
    }

    /** Where the part begins, in per cent. */
    public BigDecimal start(TargetStatus standing) {
        var start = BigDecimal.ZERO;
        for (var before : TargetStatus.values()) {
            if (before == standing) return start;
            start = start.add(share(before));
        }
        return start;
    }
}
