package vn.thucchat.economy.market.register.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;

/** A stall as a person types it. */
record StallForm(
        @NotBlank(message = "market.number.fault") String number,
        @NotNull(message = "market.zone.none") UUID zone,
        @Nullable BigDecimal area,
        String goods,
        @NotNull(message = "market.day.fault") LocalDate opened) {

    static StallForm of(Stall stall) {
        return new StallForm(stall.number(), stall.zone(), stall.areaM2(), stall.goods(), stall.openedOn());
    }

    Stalls.Draft draft() {
        return new Stalls.Draft(zone, number, area, goods, opened);
    }
}
