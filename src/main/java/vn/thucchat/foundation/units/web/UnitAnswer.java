package vn.thucchat.foundation.units.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/**
 * A unit in the API.
 *
 * @param successors what became of it after the day asked for
 */
record UnitAnswer(
        UnitCode code,
        String name,
        @Nullable String nameEn,
        String kind,
        @Nullable UnitCode parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<Successor> successors) {

    /** @param whole false when the unit was split between several */
    record Successor(UnitCode code, String name, LocalDate effective, boolean whole) {}

    static UnitAnswer of(Unit unit, LocalDate on, Units units) {
        var successors = units.successors(unit.code(), on).stream()
                .map(succession -> new Successor(
                        succession.to(),
                        units.nearest(succession.to(), succession.effective())
                                .map(Unit::name)
                                .orElse(succession.to().value()),
                        succession.effective(),
                        succession.whole()))
                .toList();
        return new UnitAnswer(
                unit.code(),
                unit.name(),
                unit.nameEn(),
                unit.kind().code(),
                unit.parent(),
                unit.validFrom(),
                unit.validTo(),
                successors);
    }
}
