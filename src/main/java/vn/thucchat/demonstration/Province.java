package vn.thucchat.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.Period;

/** The places and the time that the demonstration plays in. */
@Component
class Province {

    static final UnitCode CODE = new UnitCode("19");
    /** The ward whose officer a newcomer signs in as. */
    static final UnitCode OWN_WARD = new UnitCode("05437");
    /** Định Hóa and Võ Nhai. */
    static final List<UnitCode> HIGHLANDS = List.of(new UnitCode("167"), new UnitCode("170"));

    static final List<Period> HALVES =
            List.of(Period.of("2021S1"), Period.of("2021S2"), Period.of("2022S1"), Period.of("2022S2"));

    private static final LocalDate DAY = LocalDate.of(2022, 6, 30);

    private final Units units;

    Province(Units units) {
        this.units = units;
    }

    /** By code; all four half-years had the same ones. */
    List<Commune> communes() {
        return units.below(CODE, UnitKind.Level.COMMUNE, DAY).stream()
                .map(Commune::of)
                .toList();
    }

    List<Unit> districts() {
        return units.below(CODE, UnitKind.Level.DISTRICT, DAY);
    }
}
