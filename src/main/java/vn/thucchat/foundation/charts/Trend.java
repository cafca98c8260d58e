package vn.thucchat.foundation.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws how a value went from period to period, as a line that breaks where nothing is known, and the plan of each
 * period as a step.
 */
public record Trend(List<Point> points) {

    private static final Frame SPARK = new Frame(4, 94, 12, 88);
    private static final int LABELS = 5;

    /** What one sign is wide on a phone, in per cent of the picture's width. */
    private static final double SIGN = 2.2;

    /** What a label takes above a point, in per cent of the height. */
    private static final double LABEL = 16;

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

    /** A word or number beside an axis. */
    public record Tick(
            String at,
            String anchor,
            String label,
            @Nullable BigDecimal value) {}

    /**
     * The paths of a picture of 100 by 100, stretched to its frame.
     *
     * @param left where the lines begin, right of the numbers beside them
     */
    public record Drawing(
            String line, String area, String plan, String left, List<Dot> dots, List<Tick> across, List<Tick> up) {}

    private record Frame(double left, double right, double top, double bottom) {}

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
        return draw(new Frame(longest * SIGN + 2.5, 96, 13, 84), scale, words);
    }

    public Drawing spark() {
        return draw(SPARK, scale(2), _ -> "");
    }

    private Scale scale(int steps) {
        return Scale.of(
                points.stream()
                        .flatMap(point -> Stream.of(point.value(), point.plan()))
                        .filter(Objects::nonNull)
                        .toList(),
                steps);
    }

    private Drawing draw(Frame frame, Scale scale, Function<BigDecimal, String> words) {
        var up = scale.ticks().stream()
                .map(tick -> new Tick(Scale.plain(y(frame, scale, tick)) + "%", "end", words.apply(tick), tick))
                .toList();
        return new Drawing(
                line(frame, scale, Point::value),
                area(frame, scale),
                steps(frame, scale),
                Scale.plain(frame.left() - 1.5) + "%",
                dots(frame, scale, words),
                across(frame),
                up);
    }

    private List<Dot> dots(Frame frame, Scale scale, Function<BigDecimal, String> words) {
        Set<Integer> labelled = labelled(frame, words);
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < points.size(); i++) {
            var value = points.get(i).value();
            if (value != null)
                dots.add(new Dot(
                        Scale.plain(x(frame, i)) + "%",
                        Scale.plain(y(frame, scale, value)) + "%",
                        points.get(i),
                        labelled.contains(i) ? words.apply(value) : "",
                        anchor(i),
                        below(frame, scale, points.get(i))));
        }
        return List.copyOf(dots);
    }

    /** The points whose values can stand beside each other: the page's own first, then the ends, the extremes, the rest. */
    private Set<Integer> labelled(Frame frame, Function<BigDecimal, String> words) {
        var known = IntStream.range(0, points.size())
                .filter(i -> points.get(i).value() != null)
                .boxed()
                .toList();
        if (known.isEmpty()) return Set.of();
        Comparator<Integer> bySize = Comparator.comparing(this::value);
        var order = new LinkedHashSet<Integer>();
        known.stream().filter(i -> points.get(i).current()).forEach(order::add);
        order.add(known.getLast());
        order.add(known.getFirst());
        order.add(Collections.max(known, bySize));
        order.add(Collections.min(known, bySize));
        order.addAll(known);
        var labelled = new HashSet<Integer>();
        var taken = new ArrayList<Reach>();
        for (int i : order) {
            Reach reach = Reach.of(x(frame, i), anchor(i), words.apply(value(i)).length());
            if (taken.stream().anyMatch(reach::meets)) continue;
            taken.add(reach);
            labelled.add(i);
        }
        return labelled;
    }

    /** Whether the plan would run through a label above the point, and there is room under it. */
    private static boolean below(Frame frame, Scale scale, Point of) {
        if (of.plan() == null || of.value() == null) return false;
        double value = y(frame, scale, of.value());
        double above = value - y(frame, scale, of.plan());
        return above >= 0 && above < LABEL && value < frame.bottom() - LABEL;
    }

    private BigDecimal value(int index) {
        return Objects.requireNonNull(points.get(index).value());
    }

    private String anchor(int index) {
        if (points.size() == 1) return "middle";
        return index == 0 ? "start" : index == points.size() - 1 ? "end" : "middle";
    }

    /** At most a handful of labels, always the last and never two that touch. */
    private List<Tick> across(Frame frame) {
        int last = points.size() - 1;
        int longest =
                points.stream().mapToInt(point -> point.label().length()).max().orElse(0);
        double apart = last < 1 ? 100 : x(frame, 1) - x(frame, 0);
        int step = Math.max(Math.ceilDiv(points.size(), LABELS), (int) Math.ceil((longest + 1) * SIGN / apart));
        var ticks = new ArrayList<Tick>();
        for (int i = last % step; i <= last; i += step)
            ticks.add(new Tick(
                    Scale.plain(x(frame, i)) + "%", anchor(i), points.get(i).label(), null));
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

    /** A plan holds for its whole period: level from halfway to the period before to halfway to the next. */
    private String steps(Frame frame, Scale scale) {
        var path = new StringBuilder();
        double half = points.size() < 2 ? 0 : (x(frame, 1) - x(frame, 0)) / 2;
        boolean drawing = false;
        for (int i = 0; i < points.size(); i++) {
            BigDecimal plan = points.get(i).plan();
            if (plan != null) {
                String y = Scale.plain(y(frame, scale, plan));
                double from = Math.max(frame.left(), x(frame, i) - half);
                if (drawing) path.append('V').append(y);
                else path.append('M').append(Scale.plain(from)).append(' ').append(y);
                path.append('H').append(Scale.plain(Math.min(frame.right(), x(frame, i) + half)));
            }
            drawing = plan != null;
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
