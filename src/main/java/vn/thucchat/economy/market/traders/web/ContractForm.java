package vn.thucchat.economy.market.traders.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.traders.Contracts;
import vn.thucchat.foundation.vietnamese.Vnd;

/** A contract as a person types it. */
record ContractForm(
        @NotNull(message = "market.trader.none") UUID trader,
        @NotNull(message = "market.day.fault") LocalDate from,
        @Nullable LocalDate to,
        @NotNull(message = "market.rent.fault") @Vnd Long rent) {

    Contracts.Draft draft() {
        return new Contracts.Draft(trader, from, to, rent);
    }
}
