package vn.thucchat.foundation.maps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/**
 * Finds the stretches of days within which boundaries stayed as they were. A new name, kind or district of a commune
 * begins none, and nor does a change among agencies.
 */
@Component
class BoundaryPeriods {

    private record Known(String stamp, List<BoundaryPeriod> periods) {}

    private final Units units;
    private volatile @Nullable Known known;

    BoundaryPeriods(Units units) {
        this.units = units;
    }

    /** Every stretch, oldest first; together they are all days there are. */
    List<BoundaryPeriod> all() {
        String stamp = units.stamp();
        Known seen = known;
        if (seen == null || !seen.stamp.equals(stamp)) known = seen = new Known(stamp, find());
        return seen.periods;
    }

    BoundaryPeriod of(LocalDate day) {
        return all().stream().filter(period -> period.has(day)).findFirst().orElseThrow();
    }

    private List<BoundaryPeriod> find() {
        var found = new ArrayList<BoundaryPeriod>();
        for (Units.Era era : units.eras(LocalDate.MIN, LocalDate.MAX)) {
            Set<UnitCode> communes = units.below(UnitCode.NATION, UnitKind.Level.COMMUNE, era.from()).stream()
                    .map(Unit::code)
                    .collect(Collectors.toUnmodifiableSet());
            BoundaryPeriod last = found.isEmpty() ? null : found.getLast();
            if (last != null && last.communes().equals(communes) && !moved(communes, era.from())) {
                found.removeLast();
                found.add(new BoundaryPeriod(last.from(), era.to(), communes));
            } else found.add(new BoundaryPeriod(era.from(), era.to(), communes));
        }
        return List.copyOf(found);
    }

    /** Whether some commune went, wholly or in part, to another on a day. */
    private boolean moved(Set<UnitCode> communes, LocalDate on) {
        return communes.stream()
                .flatMap(code -> units.successors(code, on.minusDays(1)).stream())
                .anyMatch(succession ->
                        succession.effective().equals(on) && !succession.to().equals(succession.from()));
    }
}
