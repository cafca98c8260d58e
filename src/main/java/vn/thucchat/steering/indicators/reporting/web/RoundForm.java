package vn.thucchat.steering.indicators.reporting.web;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reporting.Round;

/**
 * A call for figures as a person types it.
 *
 * @param id made when the form was shown, so that sending it twice calls once
 */
record RoundForm(
        @NotNull(message = "form.mismatch") UUID id,

        @Size(min = 3, max = 200, message = "rounds.name.length")
        String name,

        @NotNull(message = CHOOSE) Period period,
        @NotNull(message = CHOOSE) UnitCode above,
        @NotNull(message = CHOOSE) UnitKind.Level level,

        @NotNull(message = "form.day") @FutureOrPresent(message = "form.day.past")
        LocalDate due,

        @NotEmpty(message = "rounds.indicators.missing") List<String> indicators) {

    private static final String CHOOSE = "form.choose";

    Round round(boolean synthetic, Instant openedAt) {
        return new Round(
                id,
                name,
                period,
                above,
                level,
                due,
                synthetic,
                openedAt,
                indicators.stream().distinct().sorted().toList());
    }
}
