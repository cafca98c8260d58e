package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * The value of an indicator for a unit and a period.
 *
 * @param boundaries the day in whose boundaries the unit is meant
 * @param comparator {@code =}, or what the source says: {@code >} (trên), {@code <}, {@code ≥}, {@code ≤},
 *     {@code ≈} (khoảng)
 * @param value in the indicator's measure; null when its parts cannot be put together
 * @param derivation how it was concluded when no source states it as it stands; empty when one does
 * @param asOf the day it speaks of
 * @param statement the unit's own statement that it repeats, or null when it was put together
 * @param coverage of the units that should have reported, how many did; null when it is the unit's own statement
 * @param undivided what fell to the unit in part only and nobody decided how to divide
 * @param publication null for a figure that runs and is not published
 */
public record Figure(
        String indicator,
        UnitCode unit,
        Period period,
        LocalDate boundaries,
        Basis basis,
        boolean synthetic,
        String comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        Provenance provenance,
        String derivation,
        LocalDate asOf,
        @Nullable UUID statement,
        @Nullable Coverage coverage,
        List<Composition.Undivided> undivided,
        @Nullable Publication publication) {

    /** How many of the units that should have reported did. */
    public record Coverage(int reported, int expected) {}

    /** One revision of a published figure. */
    public record Publication(int revision, Instant at, String by) {}

    Key key() {
        return new Key(indicator, unit, basis, synthetic);
    }

    Figure publishedAs(Publication newPublication) {
        return with(comparator, newPublication);
    }

    Figure withComparator(String newComparator) {
        return with(newComparator, publication);
    }

    private Figure with(String newComparator, @Nullable Publication newPublication) {
        return new Figure(
                indicator,
                unit,
                period,
                boundaries,
                basis,
                synthetic,
                newComparator,
                value,
                numerator,
                denominator,
                provenance,
                derivation,
                asOf,
                statement,
                coverage,
                undivided,
                newPublication);
    }

    /** What tells the figures of one period and boundaries apart. */
    record Key(String indicator, UnitCode unit, Basis basis, boolean synthetic) {}

    /** Whether publishing this over {@code published} would say anything new. */
    boolean saysTheSameAs(Figure published) {
        return same(value, published.value)
                && same(numerator, published.numerator)
                && same(denominator, published.denominator)
                && comparator.equals(published.comparator)
                && provenance == published.provenance
                && derivation.equals(published.derivation)
                && asOf.equals(published.asOf)
                && java.util.Objects.equals(statement, published.statement)
                && java.util.Objects.equals(coverage, published.coverage);
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null) return b == null;
        return b != null && a.compareTo(b) == 0;
    }
}
