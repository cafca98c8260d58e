package vn.thucchat.foundation.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Places names on a map so that none covers another, each at its point, else a line above or below it, else nowhere: a
 * name that the map's edge would cut moves in. The first names have the first choice.
 *
 * @param width of the map, in the units of its view box
 * @param height of the map, in the same units
 * @param letters the size of the letters, in the same units
 */
public record MapLabels(double width, double height, double letters) {

    /** What a sign is wide on the average, by the size of the letters. */
    private static final double SIGN = 0.56;

    /** What a line is high, by the size of the letters. */
    private static final double LINE = 1.15;

    /** How far a name moves out of the way of another, by the size of the letters. */
    private static final double STEP = 1.3;

    /**
     * A name on the map.
     *
     * @param key whose name it is
     * @param x of the middle of the name
     * @param y of the middle of the line
     */
    public record Label<K>(K key, String text, double x, double y) {}

    private record Box(double left, double right, double top, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** The names that have room, each where it has it, in the order given. */
    public <K> List<Label<K>> placed(List<Label<K>> wanted) {
        var placed = new ArrayList<Label<K>>();
        var taken = new ArrayList<Box>();
        for (Label<K> label : wanted) {
            double half = label.text().length() * SIGN * letters / 2;
            double above = LINE * letters / 2;
            double x = movedIn(label.x(), half, width);
            double middle = movedIn(label.y(), above, height);
            OptionalDouble free = DoubleStream.of(0, -STEP * letters, STEP * letters)
                    .map(by -> middle + by)
                    .filter(y ->
                            y >= above && y <= height - above && taken.stream().noneMatch(box(x, y, half)::meets))
                    .findFirst();
            free.ifPresent(y -> {
                taken.add(box(x, y, half));
                placed.add(new Label<>(label.key(), label.text(), x, y));
            });
        }
        return placed;
    }

    /** A name at the edge moves in rather than being cut. */
    private static double movedIn(double at, double half, double whole) {
        return half * 2 > whole ? whole / 2 : Math.clamp(at, half, whole - half);
    }

    private Box box(double x, double y, double half) {
        double above = LINE * letters / 2;
        return new Box(x - half, x + half, y - above, y + above);
    }
}
