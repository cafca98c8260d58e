package vn.thucchat.steering.indicators.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.charts.Bars;
import vn.thucchat.foundation.charts.Trend;
import vn.thucchat.steering.indicators.explorer.web.MapPicture;

/**
 * The pictures of a report, each with its source and day.
 *
 * @param courses how main figures went from period to period
 */
public record ReportPictures(
        @Nullable Achievements achievements,
        List<Course> courses,
        @Nullable UnitMap map) {

    /** The widest and the tallest that a map may be, in pixels of 1/96 inch: 70 and 95 mm. */
    private static final double WIDEST = 265;

    private static final double TALLEST = 359;

    /** What is reached of each target, and where the path to it should be, on one scale. */
    public record Achievements(List<Achievement> rows, Bars scale, String source) {}

    /**
     * @param tone the class of its colour
     * @param value what is reached, {@code plan} of what, {@code difference} from what it is judged by; in words
     */
    public record Achievement(String indicator, Bars bars, String tone, String value, String plan, String difference) {}

    /** @param unit what stands behind its numbers: {@code %}, or nothing */
    public record Course(String indicator, String hue, Trend trend, String unit, String value, String source) {}

    /** The units below, in the colour of their value in one indicator. */
    public record UnitMap(String indicator, MapPicture picture, String source) {

        /** In whole pixels: others are not understood. */
        public int width() {
            return (int) Math.min(WIDEST, TALLEST * number(picture.width()) / number(picture.height()));
        }

        public int height() {
            return (int) (width() * number(picture.height()) / number(picture.width()));
        }

        private static double number(String of) {
            return Double.parseDouble(of);
        }
    }

    /** The number of the map: pictures are counted through. */
    public int mapNumber() {
        return (achievements == null ? 0 : 1) + (courses.isEmpty() ? 0 : 1) + 1;
    }
}
