package vn.thucchat.foundation.charts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws how a value went from period to period, as a line that breaks where nothing is known, and the plan of each
 * period as a step.
 */
public record Trend(List<Point> points) {

    /**
     * @param label the period, short
     * @param value null when nothing is known
     * @param url the figure of that period, or null
     * @param current the period that the page is about
     */
    public record Point(
            String label,
            @Nullable BigDecimal value,
            @Nullable BigDecimal plan,
            @Nullable String url,
            boolean current) {}

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
            String line, String area, String plan, String left, List<Dot> dots, List<Tick> across, List<Tick> up) {}

    /** Whether there is anything to draw: one value is not yet a trend. */
    public boolean drawable() {
        return points.stream().filter(point -> point.value() != null).count() > 1;
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
        return new TrendDrawing(points, TrendDrawing.Frame.besideNumbers(longest), scale, words).draw();
    }

    public Drawing spark() {
        return new TrendDrawing(points, TrendDrawing.Frame.SPARK, scale(2), _ -> "").draw();
    }

    private Scale scale(int steps) {
        return Scale.of(
                points.stream()
                        .flatMap(point -> Stream.of(point.value(), point.plan()))
                        .filter(Objects::nonNull)
                        .toList(),
                steps);
    }
}
