package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * Puts what units stated (or published) together to the figures of other units, longer periods and other boundaries.
 * A unit's own reading stands for everything below it, so that nothing counts twice. Percentages are never averaged:
 * shares come from numerators and denominators, each added. Real and demonstration readings never meet.
 */
final class Combination {

    private static final List<Period.Grain> SHORTER =
            List.of(Period.Grain.HALF, Period.Grain.QUARTER, Period.Grain.MONTH);

    private final Units units;
    private final Period period;
    private final LocalDate boundaries;
    private final List<UnitCode> targets;
    private final Reporters reporters;
    private final Map<LocalDate, Composition> compositions = new HashMap<>();

    /** @param boundaries the day in whose boundaries {@code targets} are meant */
    Combination(Units units, Collection<UnitCode> targets, Period period, LocalDate boundaries) {
        this.units = units;
        this.reporters = new Reporters(units);
        this.targets = List.copyOf(targets);
        this.period = period;
        this.boundaries = boundaries;
    }

    /** All units that may contribute: whose readings are to be looked up. */
    Set<UnitCode> sources() {
        var sources = new HashSet<UnitCode>(targets);
        for (Period part : periods()) {
            Composition composition = composition(part.to());
            composition.parts().values().forEach(parts -> parts.forEach(part1 -> sources.add(part1.source())));
            composition.undivided().values().forEach(all -> all.forEach(one -> sources.add(one.source())));
        }
        return sources;
    }

    /** The period itself and those within it. */
    List<Period> periods() {
        var all = new ArrayList<Period>();
        all.add(period);
        all.addAll(period.within());
        return all;
    }

    List<Figure> figures(Collection<Indicator> indicators, Collection<Reading> readings) {
        var series = new LinkedHashMap<Series, Map<Period, Map<UnitCode, Reading>>>();
        for (Reading reading : readings) {
            series.computeIfAbsent(
                            new Series(reading.indicator(), reading.basis(), reading.synthetic()), s -> new HashMap<>())
                    .computeIfAbsent(reading.period(), p -> new HashMap<>())
                    .put(reading.unit(), reading);
        }
        var byCode = indicators.stream().collect(Collectors.toMap(Indicator::code, it -> it));
        var figures = new ArrayList<Figure>();
        series.forEach((key, byPeriod) -> {
            Indicator indicator = byCode.get(key.indicator());
            if (indicator == null) return;
            for (UnitCode target : targets)
                figure(indicator, target, byPeriod)
                        .ifPresent(sum -> figures.add(
                                sum.figure(key.indicator(), key.basis(), key.synthetic(), target, period, boundaries)));
        });
        return figures;
    }

    /**
     * The readings that make a target's figure; empty when there is none.
     *
     * @param readings of one indicator and basis, real or invented ones
     */
    List<Reading> contributors(Indicator indicator, UnitCode target, Collection<Reading> readings) {
        var byPeriod = new HashMap<Period, Map<UnitCode, Reading>>();
        for (Reading reading : readings)
            byPeriod.computeIfAbsent(reading.period(), p -> new HashMap<>()).put(reading.unit(), reading);
        return figure(indicator, target, byPeriod).map(ReadingSum::of).orElse(List.of());
    }

    private Optional<ReadingSum> figure(
            Indicator indicator, UnitCode target, Map<Period, Map<UnitCode, Reading>> byPeriod) {
        Optional<ReadingSum> exact = sum(indicator, target, period, byPeriod.getOrDefault(period, Map.of()));
        if (exact.isPresent()) return exact;
        // longest first: a quarter's statement stands for those of its months
        for (Period.Grain length : SHORTER) {
            List<Period> parts =
                    period.within().stream().filter(p -> p.grain() == length).toList();
            if (parts.isEmpty()) continue;
            if (indicator.overTime() == Indicator.OverTime.LAST) {
                // How things stood at the end is known only from who spoke of the end.
                Period end = parts.getLast();
                Optional<ReadingSum> last = sum(indicator, target, end, byPeriod.getOrDefault(end, Map.of()));
                if (last.isPresent()) return last.map(ReadingSum::putTogether);
                continue;
            }
            List<ReadingSum> sums = parts.stream()
                    .flatMap(part -> sum(indicator, target, part, byPeriod.getOrDefault(part, Map.of())).stream())
                    .toList();
            if (sums.isEmpty()) continue;
            // Sums of half of the months would look like a fall: all of them or none.
            if (sums.size() == parts.size()) return Optional.of(added(indicator, sums));
        }
        return Optional.empty();
    }

    private Optional<ReadingSum> sum(Indicator indicator, UnitCode target, Period part, Map<UnitCode, Reading> byUnit) {
        if (byUnit.isEmpty()) return Optional.empty();
        LocalDate day = part.to();
        Reading own = byUnit.get(target);
        if (own != null && sameBoundaries(day)) return Optional.of(ReadingSum.own(own));
        // The nation's figures are the ministries'; one province's numbers do not add up to them.
        if (indicator.aggregation() == Indicator.Aggregation.NONE || target.equals(UnitCode.NATION))
            return Optional.empty();
        Composition composition = composition(day);
        List<Composition.Part> parts = composition.parts().getOrDefault(target, List.of());
        List<Composition.Undivided> undivided = composition.undivided().getOrDefault(target, List.of());
        Set<UnitCode> speaking = new HashSet<>();
        parts.forEach(p -> {
            if (byUnit.containsKey(p.source())) speaking.add(p.source());
        });
        var taken = new ArrayList<Weighted>();
        for (Composition.Part p : parts) {
            Reading reading = byUnit.get(p.source());
            if (reading != null && reporters.speaker(p.source(), day, speaking).isEmpty() && usable(reading, indicator))
                taken.add(new Weighted(reading, p.share()));
        }
        List<Composition.Undivided> left =
                undivided.stream().filter(u -> byUnit.containsKey(u.source())).toList();
        if (taken.isEmpty() && left.isEmpty()) return Optional.empty();
        var contributors = taken.stream().map(w -> w.reading().unit()).collect(Collectors.toSet());
        var coverage = reporters.coverage(indicator, parts, undivided, byUnit, contributors, day);
        return Optional.of(weighted(indicator, taken).with(coverage, left));
    }

    private static boolean usable(Reading reading, Indicator indicator) {
        return indicator.aggregation() == Indicator.Aggregation.RATIO
                ? reading.denominator() != null
                : reading.value() != null;
    }

    private ReadingSum weighted(Indicator indicator, List<Weighted> taken) {
        boolean ratio = indicator.aggregation() == Indicator.Aggregation.RATIO;
        BigDecimal value = null;
        BigDecimal numerator = null;
        BigDecimal denominator = null;
        boolean allHaveParts = true;
        for (Weighted w : taken) {
            Reading r = w.reading();
            if (!ratio) value = ReadingSum.plus(value, w.of(r.value()));
            allHaveParts &= r.denominator() != null;
            numerator = ReadingSum.plus(numerator, w.of(r.numerator()));
            denominator = ReadingSum.plus(denominator, w.of(r.denominator()));
        }
        if (!allHaveParts) numerator = denominator = null;
        if (ratio) value = indicator.share(numerator, denominator);
        List<Reading> all = taken.stream().map(Weighted::reading).toList();
        return new ReadingSum(
                value,
                numerator,
                denominator,
                comparator(all),
                provenance(all),
                "",
                latest(all),
                null,
                null,
                List.of(),
                all);
    }

    private ReadingSum added(Indicator indicator, List<ReadingSum> sums) {
        ReadingSum total = sums.getFirst();
        for (ReadingSum next : sums.subList(1, sums.size())) total = total.plus(next, indicator);
        return total.putTogether();
    }

    private String comparator(List<Reading> readings) {
        var all = readings.stream().map(Reading::comparator).distinct().toList();
        return all.size() == 1 ? all.getFirst() : all.isEmpty() ? "=" : "≈";
    }

    private static Provenance provenance(List<Reading> readings) {
        var all = readings.stream().map(Reading::provenance).collect(Collectors.toSet());
        // the weakest of the chain
        if (all.contains(Provenance.SURVEYED)) return Provenance.SURVEYED;
        return all.contains(Provenance.MEASURED) && all.size() == 1 ? Provenance.MEASURED : Provenance.REPORTED;
    }

    private LocalDate latest(List<Reading> readings) {
        return readings.stream().map(Reading::asOf).max(LocalDate::compareTo).orElse(period.to());
    }

    private Composition composition(LocalDate day) {
        return compositions.computeIfAbsent(day, d -> units.compose(targets, boundaries, d));
    }

    private boolean sameBoundaries(LocalDate day) {
        LocalDate first = day.isBefore(boundaries) ? day : boundaries;
        LocalDate last = day.isBefore(boundaries) ? boundaries : day;
        return units.eras(first, last).size() == 1;
    }

    private record Series(String indicator, Basis basis, boolean synthetic) {}

    private record Weighted(Reading reading, @Nullable BigDecimal share) {
        @Nullable
        BigDecimal of(@Nullable BigDecimal number) {
            return number == null || share == null ? number : number.multiply(share);
        }
    }
}
