package vn.thucchat.foundation.maps;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.pages.HeavyWork;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** Places as they lie in the boundaries of any day. What was drawn once is kept until units or boundaries change. */
@Service
public class Maps {

    /** Bytes of maps of the nation and of provinces. One of 178 communes takes some 60 KB. */
    private static final int KEPT_WHOLE = 32_000_000;

    /** Bytes of all other maps, of which there are so many that asking for each in turn must not cost the whole ones. */
    private static final int KEPT_PARTS = 8_000_000;

    /**
     * All that a map depends on.
     *
     * @param above the unit whose units are drawn; a commune, of the map around it
     * @param era the first day of those on which units are as on the day asked for
     * @param stamp of the units' state
     * @param files of boundaries of these days that count
     */
    private record Asked(UnitCode above, UnitKind.Level level, LocalDate era, String stamp, List<BoundaryFile> files) {}

    private final Units units;
    private final BoundaryPeriods periods;
    private final Atlas atlas;
    private final MapCache<Asked> whole = new MapCache<>(KEPT_WHOLE, false);
    private final MapCache<Asked> parts = new MapCache<>(KEPT_PARTS, false);

    Maps(Units units, BoundaryPeriods periods, Atlas atlas) {
        this.units = units;
        this.periods = periods;
        this.atlas = atlas;
    }

    /**
     * Draws the units of a level that are anywhere below another on a day.
     *
     * @param level commune; or district or province, whose shapes are the unions of their communes'
     * @return nothing when there are none such, or the place of none of them is known
     * @throws vn.thucchat.foundation.pages.Problem 503 when it is not kept and too many others are waiting to be drawn
     */
    public Optional<PlaceMap> below(UnitCode above, UnitKind.Level level, LocalDate boundaries) {
        // not kept: there is no end of codes that are no unit's
        if (units.below(above, level, boundaries).isEmpty()) return Optional.empty();
        var asked = asked(above, level, boundaries);
        return (province(above, boundaries) ? whole : parts).get(asked, () -> draw(asked, boundaries));
    }

    /**
     * Draws a commune with those whose shapes touch its own on a day.
     *
     * @return nothing when it has no shape
     * @throws vn.thucchat.foundation.pages.Problem 503 when it is not kept and too many others are waiting to be drawn
     */
    public Optional<PlaceMap> around(UnitCode commune, LocalDate boundaries) {
        if (units.find(commune, boundaries).isEmpty()) return Optional.empty();
        var asked = asked(commune, UnitKind.Level.COMMUNE, boundaries);
        return parts.get(asked, () -> {
            Outlines outlines = atlas.outlines(periods.of(boundaries), Set.of(commune), asked.files);
            if (!outlines.shapes().containsKey(commune)) return Optional.empty();
            return Drawing.of(
                    outlines,
                    Stream.concat(Stream.of(commune), outlines.neighbours(commune).stream())
                            .collect(Collectors.toMap(Function.identity(), Set::of)));
        });
    }

    /** The communes whose shapes touch that of a commune on a day; none when it has no shape. */
    public Set<UnitCode> neighbours(UnitCode commune, LocalDate boundaries) {
        BoundaryPeriod period = periods.of(boundaries);
        return HeavyWork.MAPS.run(() ->
                atlas.outlines(period, Set.of(commune), atlas.inForce(period)).neighbours(commune));
    }

    private Asked asked(UnitCode above, UnitKind.Level level, LocalDate boundaries) {
        return new Asked(
                above,
                level,
                units.eras(LocalDate.MIN, boundaries).getLast().from(),
                units.stamp(),
                atlas.inForce(periods.of(boundaries)));
    }

    /** Whether a unit is a province, or the nation. */
    private boolean province(UnitCode unit, LocalDate on) {
        return units.find(unit, on)
                .filter(it -> it.kind().level().compareTo(UnitKind.Level.PROVINCE) <= 0)
                .isPresent();
    }

    private Optional<PlaceMap> draw(Asked asked, LocalDate on) {
        Map<UnitCode, Set<UnitCode>> communes = units.below(asked.above, asked.level, on).stream()
                .map(Unit::code)
                .collect(Collectors.toMap(Function.identity(), unit -> communes(unit, asked.level, on)));
        Set<UnitCode> all = communes.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return Drawing.of(atlas.outlines(periods.of(on), all, asked.files), communes);
    }

    private Set<UnitCode> communes(UnitCode unit, UnitKind.Level level, LocalDate on) {
        return switch (level) {
            case COMMUNE -> Set.of(unit);
            case DISTRICT, PROVINCE ->
                units.below(unit, UnitKind.Level.COMMUNE, on).stream()
                        .map(Unit::code)
                        .collect(Collectors.toSet());
            case NATION, AGENCY -> Set.of();
        };
    }
}
