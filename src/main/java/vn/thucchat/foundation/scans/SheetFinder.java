package vn.thucchat.foundation.scans;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Finds a sheet of paper in a photograph: the largest area brighter than what is around it (Otsu's threshold), when it has
 * the shape of a sheet. Where no such area is found, or it fills the picture, the picture is the page.
 */
final class SheetFinder {

    private static final int LONGEST = 500;
    /** Less of the picture is a label or a card among others. */
    private static final double SMALLEST = 0.2;
    /** More is a picture of nothing but the sheet. */
    private static final double LARGEST = 0.97;
    /** How much of the four-sided shape is bright: print and seals are dark, a hand in front is darker. */
    private static final double FILLED = 0.75;

    private SheetFinder() {}

    static Optional<Corners> find(BufferedImage picture) {
        Grey grey = Grey.of(picture, LONGEST);
        int[] area = largest(grey, threshold(grey));
        Corners corners = corners(grey, area);
        double all = (double) grey.width() * grey.height();
        double shape = corners.area();
        double bright = area.length / shape;
        if (shape < SMALLEST * all || shape > LARGEST * all || bright < FILLED || bright > 1.1 || !corners.sheet())
            return Optional.empty();
        return Optional.of(corners.times(grey.scale()).inward(0.008));
    }

    /** The brightness that tells dark from bright best (Otsu 1979). */
    private static int threshold(Grey grey) {
        var count = new long[256];
        for (int value : grey.values()) count[value]++;
        long all = grey.values().length;
        long sum = 0;
        for (int i = 0; i < 256; i++) sum += i * count[i];
        long below = 0;
        long sumBelow = 0;
        double best = -1;
        int threshold = 127;
        for (int i = 0; i < 256; i++) {
            below += count[i];
            sumBelow += i * count[i];
            if (below == 0 || below == all) continue;
            double apart = (double) sumBelow / below - (double) (sum - sumBelow) / (all - below);
            double between = (double) below * (all - below) * apart * apart;
            if (between > best) {
                best = between;
                threshold = i;
            }
        }
        return threshold;
    }

    /** The places of the largest connected area that is brighter. */
    private static int[] largest(Grey grey, int threshold) {
        int width = grey.width();
        int[] values = grey.values();
        var seen = new boolean[values.length];
        var queue = new int[values.length];
        int[] largest = new int[0];
        for (int start = 0; start < values.length; start++) {
            if (seen[start] || values[start] <= threshold) continue;
            int end = 0;
            queue[end++] = start;
            seen[start] = true;
            for (int next = 0; next < end; next++) {
                int x = queue[next] % width;
                for (int to : new int[] {
                    x > 0 ? queue[next] - 1 : -1,
                    x < width - 1 ? queue[next] + 1 : -1,
                    queue[next] - width,
                    queue[next] + width
                }) {
                    if (to < 0 || to >= values.length || seen[to] || values[to] <= threshold) continue;
                    seen[to] = true;
                    queue[end++] = to;
                }
            }
            if (end > largest.length) largest = java.util.Arrays.copyOf(queue, end);
        }
        return largest;
    }

    /** The outermost points of an area in the four diagonal directions: of a sheet that is not turned by 45°, its corners. */
    private static Corners corners(Grey grey, int[] area) {
        int width = grey.width();
        int[] most = new int[4];
        int[] best = {Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (int place : area) {
            int x = place % width;
            int y = place / width;
            int[] far = {-x - y, x - y, x + y, y - x};
            for (int i = 0; i < 4; i++)
                if (far[i] > best[i]) {
                    best[i] = far[i];
                    most[i] = place;
                }
        }
        return new Corners(point(most[0], width), point(most[1], width), point(most[2], width), point(most[3], width));
    }

    private static Point2D point(int place, int width) {
        int row = place / width;
        return new Point2D.Double(place % width, row);
    }
}
