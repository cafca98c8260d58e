package vn.thucchat.steering.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.units.UnitCode;

/**
 * What is known of one unit and period, from a statement or a published figure: the piece that figures are made of.
 *
 * @param coverage of a published figure that was itself put together; else null
 */
record Reading(
        UnitCode unit,
        String indicator,
        Period period,
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
        Figure.@Nullable Coverage coverage) {

    /** Decimals that computed values keep; pages and the API show two. */
    static final int SCALE = Formula.SCALE;

    static Reading of(Statement it, Indicator indicator) {
        return new Reading(
                it.unit(),
                it.indicator(),
                it.period(),
                Basis.STATED,
                it.synthetic(),
                it.comparator(),
                it.value() != null ? it.value() : share(it.numerator(), it.denominator(), indicator),
                it.numerator(),
                it.denominator(),
                it.provenance(),
                it.derivation(),
                it.asOf(),
                it.id(),
                null);
    }

    static Reading of(Figure it) {
        return new Reading(
                it.unit(),
                it.indicator(),
                it.period(),
                it.basis(),
                it.synthetic(),
                it.comparator(),
                it.value(),
                it.numerator(),
                it.denominator(),
                it.provenance(),
                it.derivation(),
                it.asOf(),
                it.statement(),
                it.coverage());
    }

    /** Numerator over denominator, in per cent where the indicator is; null without them. */
    static @Nullable BigDecimal share(
            @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, Indicator indicator) {
        if (numerator == null || denominator == null || denominator.signum() == 0) return null;
        BigDecimal factor = indicator.inPercent() ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        return StatementStore.stripped(numerator.multiply(factor).divide(denominator, SCALE, RoundingMode.HALF_UP));
    }
}
