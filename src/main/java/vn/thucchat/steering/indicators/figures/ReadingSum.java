package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * Adds readings up to a figure.
 *
 * @param of the readings that are in it
 */
record ReadingSum(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String comparator,
        Provenance provenance,
        String derivation,
        LocalDate asOf,
        java.util.@Nullable UUID statement,
        Figure.@Nullable Coverage coverage,
        List<Composition.Undivided> undivided,
        List<Reading> of) {

    static ReadingSum own(Reading it) {
        return new ReadingSum(
                it.value(),
                it.numerator(),
                it.denominator(),
                it.comparator(),
                it.provenance(),
                it.derivation(),
                it.asOf(),
                it.statement(),
                null,
                List.of(),
                List.of(it));
    }

    ReadingSum with(Figure.Coverage newCoverage, List<Composition.Undivided> left) {
        return new ReadingSum(
                value,
                numerator,
                denominator,
                comparator,
                provenance,
                derivation,
                asOf,
                statement,
                newCoverage,
                left,
                of);
    }

    /** No longer the unit's own statement word for word, but made of it. */
    ReadingSum putTogether() {
        return new ReadingSum(
                value, numerator, denominator, comparator, provenance, derivation, asOf, null, coverage, undivided, of);
    }

    ReadingSum plus(ReadingSum next, Indicator indicator) {
        BigDecimal n = numerator == null || next.numerator == null ? null : numerator.add(next.numerator);
        BigDecimal d = denominator == null || next.denominator == null ? null : denominator.add(next.denominator);
        return new ReadingSum(
                indicator.inPercent() ? indicator.share(n, d) : plus(value, next.value),
                n,
                d,
                comparator.equals(next.comparator) ? comparator : "≈",
                provenance == next.provenance ? provenance : Provenance.REPORTED,
                "",
                asOf.isAfter(next.asOf) ? asOf : next.asOf,
                null,
                coverage == null || next.coverage == null || coverage.reported() <= next.coverage.reported()
                        ? coverage
                        : next.coverage,
                java.util.stream.Stream.concat(undivided.stream(), next.undivided.stream())
                        .distinct()
                        .toList(),
                java.util.stream.Stream.concat(of.stream(), next.of.stream()).toList());
    }

    Figure figure(
            String indicator, Basis basis, boolean synthetic, UnitCode target, Period period, LocalDate boundaries) {
        return new Figure(
                indicator,
                target,
                period,
                boundaries,
                basis,
                synthetic,
                comparator,
                value,
                numerator,
                denominator,
                provenance,
                derivation,
                asOf,
                statement,
                coverage,
                undivided,
                null);
    }

    static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null) return b;
        return b == null ? a : a.add(b);
    }
}
