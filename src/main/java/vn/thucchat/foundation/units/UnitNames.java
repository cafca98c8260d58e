package vn.thucchat.foundation.units;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.UnitOptions;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** Tells identity what units are called. */
@Component
class UnitNames implements UnitOptions {

    /** A province with its districts, communes and agencies; the nation is more. */
    private static final int MOST = 1000;

    private final Units units;
    private final InstantSource clock;

    UnitNames(Units units, InstantSource clock) {
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Option> of(Texts t, Collection<String> codes) {
        LocalDate today = BusinessTime.day(clock.instant());
        List<Unit> known = codes.stream()
                .flatMap(code -> UnitCode.read(code).stream())
                .flatMap(code -> units.find(code, today).stream())
                .limit(MOST + 1L)
                .sorted(Comparator.comparing((Unit unit) -> unit.kind().level())
                        .thenComparing(Unit::name, VietnameseText.ORDER)
                        .thenComparing(Unit::code))
                .toList();
        return known.size() > MOST
                ? List.of()
                : known.stream()
                        .map(unit -> new Option(
                                unit.code().value(), t.either(unit.name(), unit.nameEn()) + " (" + unit.code() + ")"))
                        .toList();
    }
}
