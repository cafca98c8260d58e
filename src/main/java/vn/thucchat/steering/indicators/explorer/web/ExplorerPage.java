package vn.thucchat.steering.indicators.explorer.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.charts.Bars;
import vn.thucchat.foundation.charts.Columns;
import vn.thucchat.foundation.charts.Spread;
import vn.thucchat.foundation.charts.Trend;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.web.Against;

/**
 * One view of a figure's explorer. Of {@code map}, {@code time} and {@code units} one is there.
 *
 * @param what the figure, for titles and for readers that do not see: {@code Hộ dùng Internet cáp quang · Thái Nguyên ·
 *     6 tháng đầu năm 2022}
 * @param path the address of the figure, to which forms are sent
 * @param tools to take away; null where there is nothing
 * @param live where a measured figure tells what it comes to now, or null
 */
public record ExplorerPage(
        String what,
        String path,
        String pillar,
        List<Tab> tabs,
        Controls controls,
        @Nullable MapPicture map,
        @Nullable Time time,
        @Nullable UnitComparison units,
        @Nullable Tools tools,
        @Nullable String live) {

    public record Tab(String code, String text, String url, boolean chosen) {}

    /**
     * What can be changed without leaving the view.
     *
     * @param periods every period with a figure, oldest first, and the one that is shown
     * @param levels {@code commune}, {@code district}: empty where there is no choice
     * @param within the districts that the view can be narrowed to, and all; empty where there are none
     * @param colours what the colours of the map may mean; empty beside other views
     * @param boundaries the days whose boundaries can be chosen beside the one in force, and what is shown now
     * @param compared the units looked at beside the figure's own, each to the view without it
     */
    public record Controls(
            List<Choice> periods,
            List<Choice> levels,
            List<Option> within,
            String withinChosen,
            Map<String, String> withinKept,
            List<Choice> colours,
            String boundariesShown,
            List<Link> boundaries,
            List<Choice> compared) {}

    public record Choice(String text, String url, boolean chosen) {}

    /**
     * Through time.
     *
     * @param daily how a measured figure came about within its period, or null
     * @param divided whether the address says how wide the columns of {@code daily} are: they come first then
     * @param why why there is no line, in words, or null
     */
    public record Time(
            Trend trend,
            String unit,
            @Nullable Daily daily,
            boolean divided,
            @Nullable String why) {

        /** The columns that a picture shows instead of the line; null where it shows the line. */
        public @Nullable Daily columns() {
            return divided && daily != null && daily.columns().drawable() ? daily : null;
        }

        public boolean drawable() {
            return trend.drawable() || columns() != null;
        }
    }

    /**
     * Columns of days, weeks or months, or of the hours of a day.
     *
     * @param label what they show, in words
     * @param widths by hour of the day, day, week or month
     * @param spans how many days the hours of the day are looked at over; empty beside other widths
     * @param rows the same as a table, of hours
     * @param note what there is to see in one sentence, or that there is nothing; null beside other widths
     * @param enough what is left out, in words, or null
     */
    public record Daily(
            String label,
            Columns columns,
            List<Choice> widths,
            List<Choice> spans,
            List<HourRow> rows,
            @Nullable String note,
            @Nullable String enough) {}

    /**
     * @param value null for readers who are told shares alone
     * @param share its part of the whole, as it is written
     */
    public record HourRow(String hour, @Nullable String value, String share) {}

    /**
     * The units of one level beside each other.
     *
     * @param sort {@code value}, {@code name} or {@code variance}, with {@code -} before it for the other way round
     * @param headings to the view sorted by a column, by its name
     * @param spread all units that have a value
     * @param whole the value of all of them together, or null
     * @param scale the one scale of all bars, from nothing to the largest value or plan
     * @param without the units that have no value, each to its figure
     */
    public record UnitComparison(
            String sort,
            Map<String, String> headings,
            Map<String, String> nameKept,
            String name,
            int total,
            @Nullable Quantity plan,
            @Nullable Quantity whole,
            String wholeName,
            String measure,
            Spread spread,
            Bars scale,
            List<Row> rows,
            @Nullable String first,
            @Nullable String next,
            List<Link> without,
            boolean showWithout) {

        /** For {@code aria-sort}. */
        public @Nullable String sorted(String column) {
            return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : null;
        }

        /** ▲ or ▼ beside the heading that the rows are sorted by. */
        public String arrow(String column) {
            return sort.equals(column) ? "▲" : sort.equals("-" + column) ? "▼" : "";
        }

        public Quantity quantity(BigDecimal value) {
            return Quantity.of(value, measure);
        }
    }

    /**
     * A unit among the others.
     *
     * @param rank from 1 by value; null without a value
     * @param weight its part of the whole in per cent where values add up, or null
     * @param far whether its value is far from the others'
     * @param own whether the figure is its own
     * @param compare to the view with it beside the figure; null when it is there or no more fit
     * @param ask where a leader asks for an explanation of its value, or null
     */
    public record Row(
            @Nullable Integer rank,
            String unit,
            String url,
            @Nullable Quantity value,
            @Nullable Against against,
            @Nullable BigDecimal weight,
            @Nullable Provenance provenance,
            boolean synthetic,
            boolean far,
            boolean own,
            @Nullable String compare,
            @Nullable String ask) {}

    /**
     * To take away.
     *
     * @param svg the picture of this view, {@code png} the same; null where the view has none
     * @param embed the HTML that frames this view in another site; null where there is neither a picture nor a value
     * @param cite the figure, its source and its address in one line; null without a value
     */
    public record Tools(
            @Nullable String svg,
            @Nullable String png,
            String csv,
            @Nullable String embed,
            @Nullable String cite) {}
}
