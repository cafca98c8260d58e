package vn.thucchat.foundation.registers.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import vn.thucchat.foundation.registers.Origin;
import vn.thucchat.foundation.registers.OriginRules;

/** Which origin wins for a field, as an officer states it: the strongest first. */
record OriginRuleForm(
        @Pattern(regexp = "\\*|[A-Z_]{2,40}", message = "form.choose")
        String field,

        @NotNull(message = "form.choose") Origin first,
        @NotNull(message = "form.choose") Origin second,
        @NotNull(message = "form.choose") Origin third,
        @NotNull(message = "form.choose") Origin fourth,
        @NotNull(message = "form.choose") Origin fifth,
        @NotNull(message = "form.day") LocalDate validFrom,

        @Size(min = 3, max = 200, message = "registers.rules.document.fault")
        String document) {

    OriginRules.Rule rule() {
        return new OriginRules.Rule(field, validFrom, List.of(first, second, third, fourth, fifth), document.strip());
    }
}
