package vn.thucchat.foundation.scans;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Tells whether a page of a photograph can be read, by what clerks send pages back for. */
final class Legibility {

    /** Along the longer side. A4 at 90 dots an inch has 1,052. */
    private static final int FEWEST_PIXELS = 1_050;

    private static final int LONGEST = 1_400;
    private static final int DARKEST_PAPER = 75;
    /** A step of fewer is the grain of paper or camera. */
    private static final int LEAST_STEP = 24;
    /** Of all pixels; a page with one line of text has more. */
    private static final double FEWEST_EDGES = 0.0004;
    /** Of an edge between paper and print, the share of its height that lies between two neighbours. */
    private static final double SHARP = 0.34;

    private Legibility() {}

    static Set<ScanFlaw> flaws(BufferedImage page) {
        Set<ScanFlaw> flaws = EnumSet.noneOf(ScanFlaw.class);
        if (Math.max(page.getWidth(), page.getHeight()) < FEWEST_PIXELS) flaws.add(ScanFlaw.SMALL);
        Grey grey = Grey.of(page, LONGEST);
        if (paper(grey) < DARKEST_PAPER) flaws.add(ScanFlaw.DARK);
        double[] steps = steps(grey);
        if (steps.length < FEWEST_EDGES * grey.values().length) flaws.add(ScanFlaw.EMPTY);
        else if (!flaws.contains(ScanFlaw.SMALL) && median(steps) < SHARP) flaws.add(ScanFlaw.BLURRED);
        return flaws;
    }

    /** The brightness that a tenth of the page is above. */
    private static int paper(Grey grey) {
        var sorted = grey.values().clone();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * 0.9)];
    }

    /**
     * For each place where the brightness climbs or falls most along a row, how much of the whole climb one pixel makes: 1
     * for an edge between two pixels, a fifth for one that is smeared over five.
     */
    private static double[] steps(Grey grey) {
        var found = new double[grey.values().length];
        int count = 0;
        for (int y = 0; y < grey.height(); y++)
            for (int x = 0; x < grey.width() - 1; ) {
                int direction = Integer.signum(grey.at(x + 1, y) - grey.at(x, y));
                int steepest = 0;
                int to = x;
                while (to < grey.width() - 1
                        && direction != 0
                        && Integer.signum(grey.at(to + 1, y) - grey.at(to, y)) == direction) {
                    steepest = Math.max(steepest, Math.abs(grey.at(to + 1, y) - grey.at(to, y)));
                    to++;
                }
                int climb = Math.abs(grey.at(to, y) - grey.at(x, y));
                if (climb >= LEAST_STEP * 2) found[count++] = (double) steepest / climb;
                x = Math.max(to, x + 1);
            }
        return Arrays.copyOf(found, count);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
