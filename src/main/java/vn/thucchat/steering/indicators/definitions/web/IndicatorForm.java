package vn.thucchat.steering.indicators.definitions.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Multiline;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * The definition of an indicator as a person types it.
 *
 * @param code only of a new one
 * @param version of the definition that the page showed; of a new one none
 */
record IndicatorForm(
        String code,
        String nameVi,
        String nameEn,
        @NotNull(message = CHOOSE) Indicator.Pillar pillar,
        String measure,
        @NotNull(message = CHOOSE) Indicator.Direction direction,
        @NotNull(message = CHOOSE) Indicator.Aggregation aggregation,
        @NotNull(message = CHOOSE) Indicator.OverTime overTime,
        @NotNull(message = CHOOSE) Period.Grain frequency,
        UnitKind.@Nullable Level reportedBy,
        @Multiline String definitionVi,
        @Multiline String definitionEn,
        @Multiline String legalBasis,
        @Multiline String formula,

        @NotNull(message = "indicator.sort.form") @PositiveOrZero(message = "indicator.sort.form")
        Integer sort,

        boolean live,
        boolean active,
        @Nullable Integer version) {

    private static final String CHOOSE = "form.choose";

    /** Whether all is there that a value is computed and shown with. */
    boolean complete() {
        return Stream.of(pillar, direction, aggregation, overTime, frequency, sort)
                .allMatch(Objects::nonNull);
    }

    /** @param of the formula that was built or written */
    Indicator indicator(String ofCode, int ofVersion, String of) {
        return new Indicator(
                ofCode,
                nameVi,
                nameEn,
                pillar,
                measure,
                direction,
                aggregation,
                overTime,
                frequency,
                reportedBy,
                definitionVi,
                definitionEn,
                legalBasis,
                of,
                sort,
                active,
                live && !of.isEmpty(),
                ofVersion);
    }
}
