package vn.thucchat.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.units.Succession;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** The places and the time that the demonstration plays in. */
@Component
record Province(Units units) {

    static final UnitCode CODE = new UnitCode("19");
    /** The ward whose officer a newcomer signs in as. */
    static final UnitCode OWN_WARD = new UnitCode("05443");
    /** Định Hóa and Võ Nhai. */
    static final List<UnitCode> HIGHLANDS = List.of(new UnitCode("167"), new UnitCode("170"));

    /** The communes of a day, by code. One that reforms put together has the people of those that it was made of. */
    List<Commune> communes(LocalDate day) {
        return units.below(CODE, UnitKind.Level.COMMUNE, day).stream()
                .map(unit -> commune(unit, day))
                .toList();
    }

    /** Whether a district was there on a day: since 1 July 2025 there are none. */
    boolean there(UnitCode district, LocalDate day) {
        return units.find(district, day).isPresent();
    }

    private Commune commune(Unit unit, LocalDate day) {
        List<Succession> origins = units.predecessors(unit.code()).stream()
                .filter(origin -> !origin.effective().isAfter(day))
                .toList();
        if (origins.isEmpty()) return Commune.of(unit);
        LocalDate merged = origins.getLast().effective();
        var parts = new ArrayList<Commune>();
        for (Succession origin : origins) {
            if (!origin.effective().equals(merged)) continue;
            LocalDate before = merged.minusDays(1);
            units.find(origin.from(), before).ifPresent(part -> parts.add(commune(part, before)));
        }
        return parts.isEmpty() ? Commune.of(unit) : Commune.of(unit, parts);
    }
}
