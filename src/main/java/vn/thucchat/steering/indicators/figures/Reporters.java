package vn.thucchat.steering.indicators.figures;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;

/** Counts, of the units that had to report for a figure, how many did. */
final class Reporters {

    private final Units units;

    Reporters(Units units) {
        this.units = units;
    }

    /**
     * @param parts the units that a target is made of, whole or by a share
     * @param undivided the units that fell to it in part and were not divided
     * @param byUnit what is known, by the unit that spoke
     * @param contributors those of them whose readings are in the figure
     * @param day the day in whose boundaries they spoke
     */
    Figure.Coverage coverage(
            Indicator indicator,
            List<Composition.Part> parts,
            List<Composition.Undivided> undivided,
            Map<UnitCode, Reading> byUnit,
            Set<UnitCode> contributors,
            LocalDate day) {
        UnitKind.Level level = indicator.reportedBy() == null ? UnitKind.Level.COMMUNE : indicator.reportedBy();
        Set<UnitCode> asked = provinces(undivided, byUnit, contributors, day);
        int expected = 0;
        int reported = 0;
        for (Composition.Part part : parts) {
            if (!owes(level, part.source(), day, asked)) continue;
            expected++;
            if (contributors.contains(part.source())) reported++;
            // what was itself put together knows who reported below it
            else if (speaker(part.source(), day, contributors)
                    .map(above -> coverage(byUnit.get(above)) == null)
                    .orElse(false)) reported++;
        }
        for (Composition.Undivided part : undivided) if (owes(level, part.source(), day, asked)) expected++;
        for (UnitCode unit : contributors) {
            Figure.Coverage below = coverage(byUnit.get(unit));
            if (below != null && !at(level, unit, day)) reported += below.reported();
        }
        return new Figure.Coverage(Math.min(reported, expected), expected);
    }

    /** The highest unit above this one that has spoken. */
    Optional<UnitCode> speaker(UnitCode unit, LocalDate day, Set<UnitCode> speaking) {
        return units.path(unit, day).stream()
                .map(Unit::code)
                .filter(above -> !above.equals(unit) && speaking.contains(above))
                .findFirst();
    }

    private static Figure.@Nullable Coverage coverage(@Nullable Reading of) {
        return of == null ? null : of.coverage();
    }

    /** The provinces that called for these numbers: those of the units that gave any. */
    private Set<UnitCode> provinces(
            List<Composition.Undivided> undivided,
            Map<UnitCode, Reading> byUnit,
            Set<UnitCode> contributors,
            LocalDate day) {
        var spoken = new HashSet<>(contributors);
        undivided.stream()
                .map(Composition.Undivided::source)
                .filter(byUnit::containsKey)
                .forEach(spoken::add);
        return spoken.stream().flatMap(unit -> province(unit, day).stream()).collect(Collectors.toSet());
    }

    /**
     * Whether a unit had to report: it was of the level that reports, in a province that called for these numbers. What
     * belonged to another province then, and came with a later reform, never had to report here.
     */
    private boolean owes(UnitKind.Level level, UnitCode unit, LocalDate day, Set<UnitCode> asked) {
        return at(level, unit, day) && province(unit, day).map(asked::contains).orElse(true);
    }

    private boolean at(UnitKind.Level level, UnitCode unit, LocalDate day) {
        return units.find(unit, day).map(found -> found.kind().level() == level).orElse(false);
    }

    private Optional<UnitCode> province(UnitCode unit, LocalDate day) {
        return units.path(unit, day).stream()
                .filter(above -> above.kind().level() == UnitKind.Level.PROVINCE)
                .map(Unit::code)
                .findFirst();
    }
}
