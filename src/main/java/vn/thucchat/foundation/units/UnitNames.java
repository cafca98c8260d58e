package vn.thucchat.foundation.units;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.accounts.UnitOptions;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** Tells identity what units are called. */
@Component
record UnitNames(Units units, InstantSource clock) implements UnitOptions {

    /** A province with its districts, communes and agencies; the nation is more. */
    private static final int MOST = 1000;

    private static final int MOST_NAMED = 50;

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
        return known.size() > MOST ? List.of() : options(t, known, today);
    }

    @Override
    public List<Option> named(Texts t, Collection<String> codes, String name) {
        LocalDate today = BusinessTime.day(clock.instant());
        List<Unit> found = units.search(name).stream()
                .filter(unit -> codes.contains(unit.code().value()) && unit.validOn(today))
                .limit(MOST_NAMED)
                .toList();
        return options(t, found, today);
    }

    /** By their names; where names are equal, with what each belongs to. */
    private List<Option> options(Texts t, List<Unit> shown, LocalDate today) {
        Map<String, Long> alike =
                shown.stream().collect(Collectors.groupingBy(unit -> name(t, unit), Collectors.counting()));
        return shown.stream()
                .map(unit -> {
                    String within = alike.getOrDefault(name(t, unit), 0L) == 1 || unit.parent() == null
                            ? ""
                            : units.nearest(unit.parent(), today)
                                    .map(parent -> ", " + name(t, parent))
                                    .orElse("");
                    return new Option(unit.code().value(), name(t, unit) + within);
                })
                .toList();
    }

    private static String name(Texts t, Unit unit) {
        return t.either(unit.name(), unit.nameEn());
    }
}
