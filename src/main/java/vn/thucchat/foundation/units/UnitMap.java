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
     * @param origin key of the message that says what the shapes are
     * @param attribution where they come from
     */
    record Picture(double width, double height, List<Place> places, String origin, String attribution) {}

    /**
     * A unit on the map.
     *
     * @param path data of an SVG path
     * @param x of a point inside, where its name may stand
     */
    record Place(Unit unit, String path, double x, double y) {}
}
