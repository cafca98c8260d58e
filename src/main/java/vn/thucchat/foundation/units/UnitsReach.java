package vn.thucchat.foundation.units;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Access;

/** Tells identity which units a role reaches. */
@Component
record UnitsReach(Units units) implements Access.Reach {

    @Override
    public Set<String> below(String unit) {
        return UnitCode.read(unit)
                .map(code -> units.reach(code).stream().map(UnitCode::value).collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    @Override
    public String name(String unit) {
        return UnitCode.read(unit)
                .map(units::history)
                .filter(history -> !history.isEmpty())
                .map(history -> history.getLast().name())
                .orElse(unit);
    }
}
