package vn.thucchat.foundation.notify.tariffs.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.tariffs.Tariff;
import vn.thucchat.foundation.vietnamese.Vnd;

/** A price as an administrator enters it. */
record TariffForm(
        @NotNull(message = "form.choose") Medium medium,

        @NotNull(message = "form.day") LocalDate validFrom,

        @Vnd @NotNull(message = "tariff.price.fault") @Max(value = 1_000_000, message = "tariff.price.fault")
        Long price,

        @Size(min = 3, max = 200, message = "tariff.document.fault")
        String document) {

    Tariff tariff() {
        return new Tariff(medium, validFrom, price, document.strip());
    }
}
