package vn.thucchat.foundation.charts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws how a value went from period to period, as a line that breaks where nothing is known, and the plan of each
 * period as a step; other lines may run beside it on the same scale.
 *
 * @param others lines to look at beside the first, such as the year before or other units; empty in most pictures
 */
public record Trend(List<Point> points, List<Line> others) {

    public Trend(List<Point> points) {
        this(points, List.of());
    }

    /**
     * A line beside the first.
     *
     * @param css the class of its look: {@code before}, {@code due}, {@code other1}…
     * @param values one for each point of the trend, null where nothing is known; a single value is drawn as a mark
     */
    public record Line(String name, String css, List<@Nullable BigDecimal> values) {}

    /**
     * The SVG path of a line; {@code x} and {@code y} place its last known value, in per cent of the picture.
     *
     * @param value the last known value; {@code single} where there is no other
     */
    public record DrawnLine(Line line, String path, String x, String y, BigDecimal value, boolean single) {}

    /**
     * @param label the period, short
     * @param value null when nothing is known
     * @param url the figure of that period, or null
     * @param current the period that the page is about
     * @param revision the revision of a published value, from 1; 0 for none
     */
    public record Point(
            String label,
            @Nullable BigDecimal value,
            @Nullable BigDecimal plan,
            @Nullable String url,
            boolean current,
            int revision) {

        public Point(
                String label,
                @Nullable BigDecimal value,
                @Nullable BigDecimal plan,
                @Nullable String url,
                boolean current) {
            this(label, value, plan, url, current, 0);
        }
    }

    /**
     * A point of the line: where it is, as SVG takes it, and what it shows.
     *
     * @param label its value in words, where there is room to write it; or empty
     * @param anchor to which side the label goes: {@code start}, {@code middle} or {@code end}
     * @param below whether the label stands below the point, because the plan runs close above it
     */
    public record Dot(String x, String y, Point point, String label, String anchor, boolean below) {}

    /** A label of an axis: a period below it, or a value beside it. */
    public record Tick(
            String at,
            String anchor,
            String label,
            @Nullable BigDecimal value) {}

    /**
     * The SVG paths of a trend in a view box of 100 by 100, which the page stretches to the chart's size.
     *
     * @param left where the lines begin, right of the numbers beside them
     */
    public record Drawing(
            String line,
            String area,
            String plan,
            String left,
            List<Dot> dots,
            List<Tick> across,
            List<Tick> up,
            List<DrawnLine> others) {

        private static final Pattern COMMAND = Pattern.compile("([MLHVZ])([-\\d.]*)(?: ([-\\d.]+))?");

        /**
         * A path of this drawing in a box of another size: for programs that cannot keep a line's width where a picture
         * is stretched.
         */
        public static String stretched(String path, double width, double height) {
            return COMMAND.matcher(path).replaceAll(command -> switch (command.group(1)) {
                case "H" -> "H" + part(command.group(2), width);
                case "V" -> "V" + part(command.group(2), height);
                case "Z" -> "Z";
                default -> command.group(1) + part(command.group(2), width) + " " + part(command.group(3), height);
            });
        }

        private static String part(String percent, double of) {
            return Scale.plain(Double.parseDouble(percent) * of / 100);
        }
    }

    /** Whether there is anything to draw: one value is not yet a trend. */
    public boolean drawable() {
        return points.stream().filter(point -> point.value() != null).count() > 1;
    }

    /** Whether two periods that follow one another are known, so that there is a line to see. */
    public boolean connected() {
        for (int i = 1; i < points.size(); i++)
            if (points.get(i - 1).value() != null && points.get(i).value() != null) return true;
        return false;
    }

    /** Whether any value was published anew after its first publication. */
    public boolean revised() {
        return points.stream().anyMatch(point -> point.revision() > 1);
    }

    /** The plan of the period that the page is about, or null. */
    public @Nullable BigDecimal plan() {
        for (Point point : points) if (point.current()) return point.plan();
        return null;
    }

    /** @param words a value as it is written, with its unit */
    public Drawing chart(Function<BigDecimal, String> words) {
        Scale scale = scale(3);
        int longest = scale.ticks().stream()
                .mapToInt(tick -> words.apply(tick).length())
                .max()
                .orElse(0);
        return new TrendDrawing(this, TrendDrawing.Frame.besideNumbers(longest), scale, words).draw();
    }

    public Drawing spark() {
        return new TrendDrawing(this, TrendDrawing.Frame.SPARK, scale(2), _ -> "").draw();
    }

    private Scale scale(int steps) {
        return Scale.of(
                Stream.concat(
                                points.stream().flatMap(point -> Stream.of(point.value(), point.plan())),
                                others.stream().flatMap(line -> line.values().stream()))
                        .filter(Objects::nonNull)
                        .toList(),
                steps);
    }
}
