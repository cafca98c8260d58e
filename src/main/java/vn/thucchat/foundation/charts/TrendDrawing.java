package vn.thucchat.foundation.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.charts.Trend.Dot;
import vn.thucchat.foundation.charts.Trend.Point;
import vn.thucchat.foundation.charts.Trend.Tick;

/**
 * Computes the paths and the labels of a {@link Trend} in one frame and on one scale.
 *
 * @param words a value as it is written, with its unit
 */
record TrendDrawing(Trend trend, Frame frame, Scale scale, Function<BigDecimal, String> words) {

    private static final int LABELS = 5;

    /** What one sign is wide on a phone, in per cent of the picture's width. */
    private static final double SIGN = 2.2;

    /** The last label ends where its point is, the one before stands around its own: they need half a label more. */
    private static final double BESIDE_THE_LAST = 1.5;

    /** What a label takes above a point, in per cent of the height. */
    private static final double LABEL = 16;

    /** Where the lines begin and end, in per cent of the picture. */
    record Frame(double left, double right, double top, double bottom) {

        /** Without words or numbers around it. */
        static final Frame SPARK = new Frame(4, 94, 12, 88);

        /** @param signs of the longest number beside the axis */
        static Frame besideNumbers(int signs) {
            return new Frame(signs * SIGN + 2.5, 96, 13, 84);
        }
    }

    /** Where a label reaches from and to, in per cent of the width. */
    private record Reach(double from, double to) {
        static Reach of(double x, String anchor, int signs) {
            double wide = signs * SIGN;
            double from = switch (anchor) {
                case "start" -> x;
                case "end" -> x - wide;
                default -> x - wide / 2;
            };
            return new Reach(from - SIGN / 2, from + wide + SIGN / 2);
        }

        boolean meets(Reach other) {
            return from < other.to && other.from < to;
        }
    }

    private List<Point> points() {
        return trend.points();
    }

    Trend.Drawing draw() {
        var up = scale.ticks().stream()
                .map(tick -> new Tick(Scale.plain(y(tick)) + "%", "end", words.apply(tick), tick))
                .toList();
        return new Trend.Drawing(
                line(values()),
                area(),
                steps(),
                Scale.plain(frame.left() - 1.5) + "%",
                dots(),
                across(),
                up,
                trend.others().stream().flatMap(line -> other(line).stream()).toList());
    }

    private List<Dot> dots() {
        Set<Integer> labelled = labelled();
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < points().size(); i++) {
            var value = points().get(i).value();
            if (value != null)
                dots.add(new Dot(
                        Scale.plain(x(i)) + "%",
                        Scale.plain(y(value)) + "%",
                        points().get(i),
                        labelled.contains(i) ? words.apply(value) : "",
                        anchor(i),
                        below(points().get(i))));
        }
        return List.copyOf(dots);
    }

    /** The points whose values can stand beside each other: the page's own first, then the ends, the extremes, the rest. */
    private Set<Integer> labelled() {
        var known = IntStream.range(0, points().size())
                .filter(i -> points().get(i).value() != null)
                .boxed()
                .toList();
        if (known.isEmpty()) return Set.of();
        Comparator<Integer> bySize = Comparator.comparing(this::value);
        var order = new LinkedHashSet<Integer>();
        known.stream().filter(i -> points().get(i).current()).forEach(order::add);
        order.add(known.getLast());
        order.add(known.getFirst());
        order.add(Collections.max(known, bySize));
        order.add(Collections.min(known, bySize));
        order.addAll(known);
        var labelled = new HashSet<Integer>();
        var taken = new ArrayList<Reach>();
        for (int i : order) {
            Reach reach = Reach.of(x(i), anchor(i), words.apply(value(i)).length());
            if (taken.stream().anyMatch(reach::meets)) continue;
            taken.add(reach);
            labelled.add(i);
        }
        return labelled;
    }

    /** Whether the plan would run through a label above the point, and there is room under it. */
    private boolean below(Point of) {
        if (of.plan() == null || of.value() == null) return false;
        double value = y(of.value());
        double above = value - y(of.plan());
        return above >= 0 && above < LABEL && value < frame.bottom() - LABEL;
    }

    private BigDecimal value(int index) {
        return Objects.requireNonNull(points().get(index).value());
    }

    private String anchor(int index) {
        if (points().size() == 1) return "middle";
        return index == 0 ? "start" : index == points().size() - 1 ? "end" : "middle";
    }

    /** At most a handful of labels, always the last and never two that touch. */
    private List<Tick> across() {
        int last = points().size() - 1;
        int longest = points().stream()
                .mapToInt(point -> point.label().length())
                .max()
                .orElse(0);
        double apart = last < 1 ? 100 : x(1) - x(0);
        int step = Math.max(
                Math.ceilDiv(points().size(), LABELS), (int) Math.ceil(BESIDE_THE_LAST * (longest + 1) * SIGN / apart));
        var ticks = new ArrayList<Tick>();
        for (int i = last % step; i <= last; i += step)
            ticks.add(
                    new Tick(Scale.plain(x(i)) + "%", anchor(i), points().get(i).label(), null));
        return List.copyOf(ticks);
    }

    private List<@Nullable BigDecimal> values() {
        var values = new ArrayList<@Nullable BigDecimal>();
        points().forEach(point -> values.add(point.value()));
        return values;
    }

    private Optional<Trend.DrawnLine> other(Trend.Line line) {
        int last = IntStream.range(0, line.values().size())
                .filter(i -> line.values().get(i) != null)
                .max()
                .orElse(-1);
        BigDecimal value = last < 0 ? null : line.values().get(last);
        if (value == null) return Optional.empty();
        boolean single = line.values().stream().filter(Objects::nonNull).count() == 1;
        return Optional.of(new Trend.DrawnLine(
                line, line(line.values()), Scale.plain(x(last)) + "%", Scale.plain(y(value)) + "%", value, single));
    }

    private String line(List<@Nullable BigDecimal> values) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            if (value != null)
                path.append(drawing ? 'L' : 'M')
                        .append(Scale.plain(x(i)))
                        .append(' ')
                        .append(Scale.plain(y(value)));
            drawing = value != null;
        }
        return path.toString();
    }

    /** A plan holds for its whole period: level from halfway to the period before to halfway to the next. */
    private String steps() {
        var path = new StringBuilder();
        double half = points().size() < 2 ? 0 : (x(1) - x(0)) / 2;
        boolean drawing = false;
        for (int i = 0; i < points().size(); i++) {
            BigDecimal plan = points().get(i).plan();
            if (plan != null) {
                String y = Scale.plain(y(plan));
                double from = Math.max(frame.left(), x(i) - half);
                if (drawing) path.append('V').append(y);
                else path.append('M').append(Scale.plain(from)).append(' ').append(y);
                path.append('H').append(Scale.plain(Math.min(frame.right(), x(i) + half)));
            }
            drawing = plan != null;
        }
        return path.toString();
    }

    private String area() {
        String zero = Scale.plain(y(BigDecimal.ZERO));
        var path = new StringBuilder();
        for (int i = 0; i < points().size(); ) {
            int from = i;
            while (i < points().size() && points().get(i).value() != null) i++;
            if (i > from + 1) {
                path.append('M').append(Scale.plain(x(from))).append(' ').append(zero);
                for (int j = from; j < i; j++) {
                    BigDecimal value = points().get(j).value();
                    if (value != null)
                        path.append('L').append(Scale.plain(x(j))).append(' ').append(Scale.plain(y(value)));
                }
                path.append('L')
                        .append(Scale.plain(x(i - 1)))
                        .append(' ')
                        .append(zero)
                        .append('Z');
            }
            i = Math.max(i, from + 1);
        }
        return path.toString();
    }

    private double x(int index) {
        return points().size() == 1
                ? 50
                : frame.left() + (frame.right() - frame.left()) * index / (points().size() - 1);
    }

    private double y(BigDecimal value) {
        return frame.bottom() - (frame.bottom() - frame.top()) * scale.share(value);
    }
}
