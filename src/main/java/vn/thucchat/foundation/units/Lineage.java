package vn.thucchat.foundation.units;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows the smallest units through the reforms between two days, forward to their heirs or back to what they were
 * made of. One lineage is that of places, the other that of agencies.
 */
final class Lineage {

    private record Journey(LocalDate from, LocalDate to) {}

    private final Gazetteer gazetteer;
    private final boolean agencies;
    private final Map<LocalDate, Map<UnitCode, Image>> forward = new ConcurrentHashMap<>();
    private final Map<LocalDate, Map<UnitCode, Image>> backward = new ConcurrentHashMap<>();
    private final Map<Journey, Map<UnitCode, Image>> journeys = new ConcurrentHashMap<>();

    Lineage(Gazetteer gazetteer, boolean agencies) {
        this.gazetteer = gazetteer;
        this.agencies = agencies;
    }

    /** Where the smallest units of the era that began on {@code day} lie in the era that began on {@code other}. */
    Map<UnitCode, Image> images(LocalDate day, LocalDate other) {
        return journeys.computeIfAbsent(new Journey(day, other), this::travel);
    }

    private Map<UnitCode, Image> travel(Journey journey) {
        Map<UnitCode, Image> images = new TreeMap<>();
        for (UnitCode unit : units(gazetteer.on(journey.from))) images.put(unit, Image.of(unit));
        boolean ahead = journey.from.isBefore(journey.to);
        for (LocalDate change : gazetteer.changesBetween(journey.from, journey.to)) {
            Map<UnitCode, Image> step = ahead
                    ? forward.computeIfAbsent(change, this::forward)
                    : backward.computeIfAbsent(change, this::backward);
            images.replaceAll((unit, image) -> follow(image, step));
        }
        return images;
    }

    private static Image follow(Image image, Map<UnitCode, Image> step) {
        var next = new Image();
        if (!image.known()) next.forget();
        for (Image.Piece piece : image.pieces()) {
            @Nullable Image onward = step.get(piece.unit());
            if (onward == null) {
                next.forget();
                continue;
            }
            if (!onward.known()) next.forget();
            for (Image.Piece further : onward.pieces())
                next.add(further.unit(), product(piece.share(), further.share()));
        }
        return next;
    }

    private static @Nullable BigDecimal product(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.multiply(b);
    }

    /** What became of each of the smallest units on the day of a change. */
    private Map<UnitCode, Image> forward(LocalDate change) {
        DayView before = gazetteer.on(change.minusDays(1));
        DayView after = gazetteer.on(change);
        var step = new HashMap<UnitCode, Image>();
        for (UnitCode unit : units(before)) step.put(unit, heirs(unit, change, before, after));
        return step;
    }

    private Image heirs(UnitCode unit, LocalDate change, DayView before, DayView after) {
        List<Heritage> lines = gazetteer.heritage(unit, change);
        var image = new Image();
        for (Heritage line : lines) {
            if (line.to() == null || !after.has(line.to())) continue;
            List<UnitCode> smallest = smallest(line.to(), after);
            for (UnitCode heir : smallest)
                image.add(heir, smallest.size() > 1 ? null : lines.size() == 1 ? BigDecimal.ONE : line.share());
        }
        if (lines.isEmpty() && after.has(unit)) {
            List<UnitCode> smallest = smallest(unit, after);
            for (UnitCode heir : smallest) image.add(heir, smallest.size() == 1 ? BigDecimal.ONE : null);
        }
        if (image.pieces().isEmpty()) maybeAnywhereIn(before.upwards(unit), after, image);
        return image;
    }

    /** What each of the smallest units after a change was made of. */
    private Map<UnitCode, Image> backward(LocalDate change) {
        DayView before = gazetteer.on(change.minusDays(1));
        DayView after = gazetteer.on(change);
        var step = new HashMap<UnitCode, Image>();
        var origins = new HashMap<UnitCode, List<UnitCode>>();
        var certain = new HashMap<UnitCode, Boolean>();
        forward.computeIfAbsent(change, this::forward).forEach((origin, image) -> {
            for (UnitCode heir : image.units()) {
                origins.computeIfAbsent(heir, h -> new ArrayList<>()).add(origin);
                certain.merge(heir, image.known(), Boolean::logicalOr);
            }
        });
        for (UnitCode unit : units(after)) {
            var image = new Image();
            List<UnitCode> from = origins.getOrDefault(unit, List.of());
            // What was merged cannot be taken apart again, whatever share of each origin came here.
            for (UnitCode origin : from) image.add(origin, from.size() == 1 ? BigDecimal.ONE : null);
            if (!certain.getOrDefault(unit, false)) maybeAnywhereIn(after.upwards(unit), before, image);
            step.put(unit, image);
        }
        return step;
    }

    /** Nobody recorded it; but what a unit belonged to went on, and the unit is somewhere in there. */
    private void maybeAnywhereIn(List<Unit> upwards, DayView other, Image image) {
        image.forget();
        if (agencies) return;
        for (Unit unit : upwards) {
            if (!other.has(unit.code())) continue;
            for (UnitCode leaf : other.leaves(unit.code())) image.add(leaf, null);
            return;
        }
    }

    private List<UnitCode> smallest(UnitCode unit, DayView view) {
        return agencies ? List.of(unit) : view.leaves(unit);
    }

    private List<UnitCode> units(DayView view) {
        return view.all().stream()
                .filter(unit -> agencies ? !DayView.isPlace(unit) : DayView.isPlace(unit) && view.isLeaf(unit.code()))
                .map(Unit::code)
                .toList();
    }
}
