package vn.thucchat.steering.indicators.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** Tells in which units the facts of each unit count, in the boundaries of another day; kept until the gazetteer changes. */
@Component
final class UnitMemberships {

    private static final int MOST_KEPT = 200;

    private record Key(String gazetteer, LocalDate boundaries, LocalDate day, boolean all) {}

    private final Cache<Key, Map<UnitCode, List<UnitCode>>> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final Units units;

    UnitMemberships(Units units) {
        this.units = units;
    }

    /**
     * The units of the boundaries' day, by the unit of another day whose facts count in them, wholly or by a share.
     *
     * @param all every unit; else provinces and districts
     */
    Map<UnitCode, List<UnitCode>> of(LocalDate boundaries, LocalDate day, boolean all) {
        var key = new Key(units.stamp(), boundaries, day, all);
        return kept.get(key, _ -> {
            var of = new HashMap<UnitCode, List<UnitCode>>();
            UnitAllocation.of(units.compose(all ? everyUnit(boundaries) : above(boundaries), boundaries, day))
                    .forEach((unit, to) -> of.put(
                            unit,
                            to.stream()
                                    .filter(it -> it.undivided() == null)
                                    .map(UnitAllocation::target)
                                    .toList()));
            return of;
        });
    }

    private Set<UnitCode> everyUnit(LocalDate day) {
        var all = new LinkedHashSet<UnitCode>();
        for (Composition.Part part :
                units.compose(List.of(UnitCode.NATION), day, day).partsOf(UnitCode.NATION)) all.add(part.source());
        return all;
    }

    private Set<UnitCode> above(LocalDate day) {
        var above = new LinkedHashSet<UnitCode>();
        for (UnitKind.Level level : List.of(UnitKind.Level.PROVINCE, UnitKind.Level.DISTRICT))
            for (Unit unit : units.below(UnitCode.NATION, level, day)) above.add(unit.code());
        return above;
    }
}
