package vn.thucchat.foundation.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** Places as they lie in the boundaries of any day. What was drawn once is kept until units or boundaries change. */
@Service
public class Maps {

    /** A map of 178 communes takes some 100 KB. */
    private static final int KEPT = 100;

    /**
     * All that a map depends on.
     *
     * @param era the first day of those on which units are as on the day asked for
     * @param stamp of the units' state
     * @param files of boundaries that count
     */
    private record Asked(UnitCode above, UnitKind.Level level, LocalDate era, String stamp, List<BoundaryFile> files) {}

    private final Units units;
    private final BoundaryPeriods periods;
    private final Atlas atlas;
    private final Cache<Asked, Optional<PlaceMap>> drawn =
            Caffeine.newBuilder().maximumSize(KEPT).build();

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
     */
    public Optional<PlaceMap> below(UnitCode above, UnitKind.Level level, LocalDate boundaries) {
        var asked = new Asked(
                above, level, units.eras(LocalDate.MIN, boundaries).getLast().from(), units.stamp(), atlas.inForce());
        return drawn.get(asked, _ -> draw(asked, boundaries));
    }

    /** The communes whose shapes touch that of a commune on a day; none when it has no shape. */
    public Set<UnitCode> neighbours(UnitCode commune, LocalDate boundaries) {
        return atlas.outlines(periods.of(boundaries), Set.of(commune), atlas.inForce())
                .neighbours(commune);
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
