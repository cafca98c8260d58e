package vn.thucchat.foundation.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What holds for whatever reforms: numbers are neither lost nor counted twice. */
@NullMarked
class CompositionPropertyTests {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final UnitCode PROVINCE = new UnitCode("01");

    @Property(tries = 300)
    void every_commune_of_any_day_is_once_and_wholly_in_the_province_of_any_other_day(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int day, @ForAll @IntRange(max = 4) int boundaries) {
        var gazetteer = reforms(new Random(seed), 4);
        var composition = gazetteer.compose(List.of(PROVINCE), reform(boundaries), reform(day));
        for (Unit commune : gazetteer.below(PROVINCE, UnitKind.Level.COMMUNE, reform(day)))
            assertThat(composition.partsOf(PROVINCE).stream()
                            .filter(part -> part.source().equals(commune.code())))
                    .singleElement()
                    .returns(null, Composition.Part::share);
        assertThat(composition.unknown()).isEmpty();
        assertThat(composition.undividedOf(PROVINCE)).isEmpty();
    }

    @Property(tries = 300)
    void what_the_communes_of_another_day_get_of_a_commune_adds_up_to_one_or_is_said_to_be_missing(
            @ForAll long seed, @ForAll @IntRange(max = 4) int day, @ForAll @IntRange(max = 4) int boundaries) {
        var gazetteer = reforms(new Random(seed), 4);
        var targets = gazetteer.below(PROVINCE, UnitKind.Level.COMMUNE, reform(boundaries)).stream()
                .map(Unit::code)
                .toList();
        var composition = gazetteer.compose(targets, reform(boundaries), reform(day));
        var sums = new TreeMap<UnitCode, BigDecimal>();
        composition
                .parts()
                .values()
                .forEach(parts -> parts.forEach(part -> sums.merge(
                        part.source(), part.share() == null ? BigDecimal.ONE : part.share(), BigDecimal::add)));
        var missing = new java.util.TreeSet<>(composition.unknown());
        composition.undivided().values().forEach(list -> list.forEach(entry -> missing.add(entry.source())));
        for (Unit commune : gazetteer.below(PROVINCE, UnitKind.Level.COMMUNE, reform(day))) {
            BigDecimal sum = sums.getOrDefault(commune.code(), BigDecimal.ZERO);
            if (missing.contains(commune.code())) assertThat(sum).isLessThan(BigDecimal.ONE);
            else assertThat(sum).as("%s", commune).isEqualByComparingTo(BigDecimal.ONE);
        }
    }

    /** Any day of the era after so many reforms. */
    private static LocalDate reform(int number) {
        return START.plusYears(number);
    }

    /** A province whose communes are merged, split (with and without shares) or lost sight of, once a year. */
    private static Gazetteer reforms(Random random, int times) {
        var units = new ArrayList<Unit>();
        var lines = new ArrayList<Heritage>();
        units.add(new Unit(UnitCode.NATION, "Nước", null, UnitKind.NATION, null, null, null));
        units.add(new Unit(PROVINCE, "Tỉnh", null, UnitKind.PROVINCE, UnitCode.NATION, null, null));
        int next = 1000;
        var now = new TreeMap<UnitCode, @Nullable LocalDate>();
        for (int i = 0; i < 6; i++) now.put(commune(next++), null);
        for (int time = 1; time <= times; time++) {
            LocalDate effective = reform(time);
            var after = new TreeMap<UnitCode, @Nullable LocalDate>();
            for (UnitCode fresh : List.of(commune(next++), commune(next++))) after.put(fresh, effective);
            for (UnitCode code : now.keySet()) if (random.nextInt(3) > 0) after.put(code, now.get(code));
            var heirs = new ArrayList<>(after.keySet());
            for (UnitCode code : now.keySet()) {
                boolean stays = after.containsKey(code);
                if (!stays) units.add(version(code, now.get(code), effective.minusDays(1)));
                UnitCode other = heirs.get(random.nextInt(heirs.size()));
                int fate = random.nextInt(4);
                if (stays) other = code;
                UnitCode second = heirs.get((heirs.indexOf(other) + 1) % heirs.size());
                boolean shared = random.nextBoolean();
                if (fate == 0 && !stays) lines.add(new Heritage(code, null, effective, null, "x"));
                else if (fate == 1) {
                    lines.add(new Heritage(code, other, effective, shared ? new BigDecimal("0.3") : null, "x"));
                    lines.add(new Heritage(code, second, effective, shared ? new BigDecimal("0.7") : null, "x"));
                } else if (!stays || fate == 2) lines.add(new Heritage(code, other, effective, null, "x"));
            }
            now = after;
        }
        now.forEach((code, from) -> units.add(version(code, from, null)));
        return new Gazetteer(units, lines);
    }

    private static UnitCode commune(int number) {
        return new UnitCode("0" + number);
    }

    private static Unit version(UnitCode code, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Unit(code, "Xã " + code, null, UnitKind.COMMUNE, PROVINCE, from, to);
    }
}
