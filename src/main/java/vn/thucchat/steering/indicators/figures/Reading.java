package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reporting.Statement;

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

    static Reading of(Statement it, Indicator indicator) {
        return new Reading(
                it.unit(),
                it.indicator(),
                it.period(),
                Basis.STATED,
                it.synthetic(),
                it.comparator(),
                it.shown(indicator),
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
}
