package vn.thucchat.foundation.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells a unit's page where the unit lies, among the units around it; the module that draws maps provides it. */
@FunctionalInterface
public interface UnitMap {

    /** Empty where the place of the unit on that day is not known, or nobody has time to draw it. */
    Optional<Picture> of(Unit unit, LocalDate on);

    /**
     * The unit and its neighbours in the view box {@code 0 0 width height} of an SVG.
     *
     * @param labels where their names stand; a unit whose name has no room has none
     * @param origin key of the message that says what the shapes are
     * @param attribution where they come from
     */
    record Picture(
            double width, double height, List<Place> places, List<Label> labels, String origin, String attribution) {}

    /**
     * A unit on the map.
     *
     * @param path data of an SVG path
     */
    record Place(Unit unit, String path) {}

    /**
     * A unit's name without its kind: {@code Phan Đình Phùng}.
     *
     * @param x of the middle of the name
     */
    record Label(Unit unit, double x, double y) {}
}
