package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.charts.Bars;
import vn.thucchat.foundation.charts.Spread;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.steering.indicators.definitions.web.Quantity;

/**
 * The units below one unit, compared in one indicator and period.
 *
 * @param self this page's address without a query; sorting and paging add to it
 * @param kept the query to keep while sorting and paging, without {@code sort} and {@code after}; may be empty
 * @param sort {@code value}, {@code name} or {@code variance}, with {@code -} before it for the other way round
 * @param spread all units compared that have a value
 * @param whole the value of all of them together, or null
 * @param total how many units are compared
 * @param missing how many of them have no value
 * @param without the units that have no value, each to its figure
 * @param showWithout whether they are what the reader came for
 * @param first the first page, null on it
 * @param next the next page, null on the last
 */
public record ComparisonPage(
        String indicator,
        String indicatorUrl,
        String pillar,
        List<Link> path,
        String period,
        String figureUrl,
        Filter filter,
        String self,
        String kept,
        String sort,
        @Nullable Quantity plan,
        @Nullable Quantity whole,
        String measure,
        Spread spread,
        int total,
        int missing,
        List<Row> rows,
        List<Link> without,
        boolean showWithout,
        @Nullable String first,
        @Nullable String next,
        FigurePage.Downloads downloads) {

    /**
     * @param unit whose units are compared: the province, or one of its districts where there are any
     * @param level {@code district}, {@code commune} or other; {@code levels} those that there are below
     * @param name part of a name that rows are narrowed to, or empty
     */
    public record Filter(
            String indicator,
            List<Option> indicators,
            String period,
            List<Option> periods,
            String boundaries,
            String unit,
            List<Option> units,
            String level,
            List<Option> levels,
            String name) {}

    /** @param rank from 1 by value; null without a value */
    public record Row(
            @Nullable Integer rank,
            String unit,
            String url,
            @Nullable Quantity value,
            @Nullable Against against,
            @Nullable Provenance provenance,
            boolean synthetic) {}

    /** Where a column's heading leads: the other way round when the page is sorted by it already. */
    public String sortedBy(String column) {
        String wanted = sort.equals(column) ? "-" + column : sort.equals("-" + column) ? column : first(column);
        return self + "?" + (kept.isEmpty() ? "" : kept + "&") + "sort=" + wanted;
    }

    /** For {@code aria-sort}. */
    public @Nullable String sorted(String column) {
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : null;
    }

    /** ▲ or ▼ beside the heading that the page is sorted by. */
    public String arrow(String column) {
        return sort.equals(column) ? "▲" : sort.equals("-" + column) ? "▼" : "";
    }

    /** The one scale of all bars, from nothing to the largest value or plan; the plan as a line where all share one. */
    public Bars scale() {
        BigDecimal top = Stream.concat(
                        spread.values().stream().map(Spread.Value::size),
                        rows.stream()
                                .flatMap(row -> Stream.ofNullable(row.against()))
                                .map(it -> it.plan().size()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return new Bars(null, plan == null ? null : plan.size(), null, top);
    }

    public Quantity quantity(BigDecimal value) {
        return Quantity.of(value, measure);
    }

    // Names are looked for from A, numbers from the largest.
    private static String first(String column) {
        return column.equals("name") ? column : "-" + column;
    }
}
