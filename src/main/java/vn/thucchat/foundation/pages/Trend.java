package vn.thucchat.foundation.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a value went from period to period, with the plan of each: a line that breaks where nothing is known. */
public record Trend(List<Point> points) {

    private static final Frame CHART = new Frame(4, 96, 13, 84);
    private static final Frame SPARK = new Frame(4, 94, 12, 88);
    private static final int LABELS = 5;

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

    /** A point of the line: where it is, as SVG takes it, and what it shows. */
    public record Dot(String x, String y, Point point) {}

    /** A word or number beside an axis. */
    public record Tick(
            String at,
            String anchor,
            String label,
            @Nullable BigDecimal value) {}

    /** The paths of a picture of 100 by 100, stretched to its frame. */
    public record Drawing(String line, String area, String plan, List<Dot> dots, List<Tick> across, List<Tick> up) {}

    private record Frame(double left, double right, double top, double bottom) {}

    /** Whether there is anything to draw: one value is not yet a trend. */
    public boolean drawable() {
        return points.stream().filter(point -> point.value() != null).count() > 1;
    }

    public Drawing chart() {
        return draw(CHART, 3);
    }

    public Drawing spark() {
        return draw(SPARK, 2);
    }

    private Drawing draw(Frame frame, int steps) {
        var scale = Scale.of(
                points.stream()
                        .flatMap(point -> Stream.of(point.value(), point.plan()))
                        .filter(Objects::nonNull)
                        .toList(),
                steps);
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < points.size(); i++) {
            var value = points.get(i).value();
            if (value != null)
                dots.add(new Dot(
                        Scale.plain(x(frame, i)) + "%", Scale.plain(y(frame, scale, value)) + "%", points.get(i)));
        }
        var up = scale.ticks().stream()
                .map(tick -> new Tick(Scale.plain(y(frame, scale, tick)) + "%", "start", "", tick))
                .toList();
        return new Drawing(
                line(frame, scale, Point::value),
                area(frame, scale),
                line(frame, scale, Point::plan),
                List.copyOf(dots),
                across(frame),
                up);
    }

    /** At most a handful of labels, always the last and never two that touch. */
    private List<Tick> across(Frame frame) {
        int last = points.size() - 1;
        int step = Math.ceilDiv(points.size(), LABELS);
        var ticks = new ArrayList<Tick>();
        for (int i = last % step; i <= last; i += step)
            ticks.add(new Tick(
                    Scale.plain(x(frame, i)) + "%",
                    last == 0 ? "middle" : i == 0 ? "start" : i == last ? "end" : "middle",
                    points.get(i).label(),
                    null));
        return List.copyOf(ticks);
    }

    private String line(Frame frame, Scale scale, Function<Point, @Nullable BigDecimal> of) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < points.size(); i++) {
            BigDecimal value = of.apply(points.get(i));
            if (value != null)
                path.append(drawing ? 'L' : 'M')
                        .append(Scale.plain(x(frame, i)))
                        .append(' ')
                        .append(Scale.plain(y(frame, scale, value)));
            drawing = value != null;
        }
        return path.toString();
    }

    private String area(Frame frame, Scale scale) {
        String zero = Scale.plain(y(frame, scale, BigDecimal.ZERO));
        var path = new StringBuilder();
        for (int i = 0; i < points.size(); ) {
            int from = i;
            while (i < points.size() && points.get(i).value() != null) i++;
            if (i > from + 1) {
                path.append('M').append(Scale.plain(x(frame, from))).append(' ').append(zero);
                for (int j = from; j < i; j++) {
                    BigDecimal value = points.get(j).value();
                    if (value != null)
                        path.append('L')
                                .append(Scale.plain(x(frame, j)))
                                .append(' ')
                                .append(Scale.plain(y(frame, scale, value)));
                }
                path.append('L')
                        .append(Scale.plain(x(frame, i - 1)))
                        .append(' ')
                        .append(zero)
                        .append('Z');
            }
            i = Math.max(i, from + 1);
        }
        return path.toString();
    }

    private double x(Frame frame, int index) {
        return points.size() == 1 ? 50 : frame.left() + (frame.right() - frame.left()) * index / (points.size() - 1);
    }

    private static double y(Frame frame, Scale scale, BigDecimal value) {
        return frame.bottom() - (frame.bottom() - frame.top()) * scale.share(value);
    }
}
