package vn.thucchat.foundation.money.vietqr.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A line of the bank list as a person types it. */
record BankForm(
        @Pattern(regexp = "[0-9]{6}", message = BIN) String bin,

        @Size(min = 1, max = 60, message = NAME) String name,

        @NotNull(message = "payments.banks.from.fault") LocalDate from,

        @Size(min = 1, max = 200, message = SOURCE) String source) {

    private static final String BIN = "payments.banks.bin.fault";
    private static final String NAME = "payments.banks.name.fault";
    private static final String SOURCE = "payments.banks.source.fault";
}
