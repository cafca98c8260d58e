package vn.thucchat.steering.indicators.explorer.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Units of one level drawn where they lie, in the colour of their value or of where they are on their path.
 *
 * @param groups the units, those of one colour together
 * @param outlined the paths of the figure's own unit and of those compared, drawn last
 * @param labels the names of a few units that help to find one's way
 * @param legend from the lowest class to the highest, then those that stand apart
 * @param origin whose outlines they are, in words
 * @param extremes the highest and the lowest few, for those who read rather than look
 * @param label what the picture shows, in words
 */
@NamedInterface("pictures")
public record MapPicture(
        String width,
        String height,
        List<Group> groups,
        List<String> outlined,
        List<Label> labels,
        List<Key> legend,
        String origin,
        List<Extremes> extremes,
        String label) {

    /** Units of one colour: {@code css} is their class, {@code fill} the colour where no style sheet reaches. */
    public record Group(String css, String fill, List<Place> places) {}

    /**
     * A unit.
     *
     * @param told its name and value, in words
     * @param own whether it is the figure's own
     */
    public record Place(String unit, String path, String url, String told, boolean synthetic, boolean own) {}

    public record Label(String x, String y, String text) {}

    /** What a colour means, and how many units have it. */
    public record Key(String css, String fill, String text, int count) {}

    /** @param title {@code Cao nhất}, {@code Thấp nhất} */
    public record Extremes(String title, List<Named> units) {}

    /** @param tone the class of its colour: {@code bad} behind its path */
    public record Named(
            String unit, String url, String value, @Nullable String against, String tone) {}
}
