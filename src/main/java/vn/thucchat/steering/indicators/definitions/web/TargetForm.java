package vn.thucchat.steering.indicators.definitions.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.Targets;

/**
 * A target as a person types it. What its numbers mean depends on the indicator.
 *
 * @param q1 the unit's own path through a year, by quarters: all three or none
 */
record TargetForm(
        String indicator,
        @NotNull(message = "form.choose") UnitCode unit,
        @NotNull(message = "form.choose") Period period,
        String value,

        @Size(max = 1000, message = "text.too-long") String derivation,

        String q1,
        String q2,
        String q3) {

    /** What is wrong with the numbers; of an indicator that is still to be chosen only what is wrong for any. */
    List<FieldError> errors(@Nullable Indicator of) {
        var errors = new ArrayList<FieldError>();
        if (of == null) errors.add(new FieldError("indicator", "form.choose"));
        error("value", value, of).ifPresent(errors::add);
        long steps = steps().stream().filter(step -> !step.isEmpty()).count();
        if (steps > 0 && steps < 3) errors.add(new FieldError("q1", "targets.fault.steps"));
        if (steps == 3) {
            if (period != null && period.grain() != Period.Grain.YEAR)
                errors.add(new FieldError("q1", "targets.fault.steps-year"));
            for (int i = 0; i < 3; i++) error("q" + (i + 1), steps().get(i), of).ifPresent(errors::add);
        }
        return errors;
    }

    Target target(Indicator of, UUID id, UUID document, boolean synthetic) {
        List<BigDecimal> steps = steps().stream()
                .flatMap(step -> number(of, step).value().stream())
                .toList();
        return new Target(
                id,
                of.code(),
                unit,
                period,
                number(of, value).value().orElseThrow(),
                new Document(document, "", "", "", null, null),
                derivation,
                steps.isEmpty() ? null : new Target.Steps(steps.get(0), steps.get(1), steps.get(2)),
                synthetic,
                Instant.EPOCH);
    }

    private List<String> steps() {
        return List.of(q1, q2, q3);
    }

    private static Optional<FieldError> error(String field, String text, @Nullable Indicator of) {
        Parsed<BigDecimal> number = number(of, text);
        if (!text.isEmpty() && number instanceof Parsed.Refused<BigDecimal> unreadable)
            return Optional.of(new FieldError(field, unreadable));
        return number.value().filter(Targets::mayHold).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldError(field, "targets.fault.value", List.of(text)));
    }

    private static Parsed<BigDecimal> number(@Nullable Indicator of, String text) {
        return of == null ? VietnameseNumbers.decimal(text) : of.value(text);
    }
}
