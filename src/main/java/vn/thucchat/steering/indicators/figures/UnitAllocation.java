package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;

/** That a unit's numbers count for a target: wholly, by a share, or not at all because nobody divided them. */
record UnitAllocation(UnitCode target, @Nullable BigDecimal share, Composition.@Nullable Undivided undivided) {

    /** By the unit whose numbers they are. */
    static Map<UnitCode, List<UnitAllocation>> of(Composition composition) {
        var belongings = new HashMap<UnitCode, List<UnitAllocation>>();
        composition
                .parts()
                .forEach((target, parts) -> parts.forEach(part -> belongings
                        .computeIfAbsent(part.source(), s -> new ArrayList<>())
                        .add(new UnitAllocation(target, part.share(), null))));
        composition
                .undivided()
                .forEach((target, all) -> all.forEach(undivided -> belongings
                        .computeIfAbsent(undivided.source(), s -> new ArrayList<>())
                        .add(new UnitAllocation(target, null, undivided))));
        return belongings;
    }
}
