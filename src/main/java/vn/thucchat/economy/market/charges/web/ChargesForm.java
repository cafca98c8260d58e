package vn.thucchat.economy.market.charges.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.vietnamese.Vnd;

/**
 * What is asked of the traders of a market for a month, as a person types it.
 *
 * @param amount what each pays; not for rent, nor where a spreadsheet says it
 */
record ChargesForm(
        @NotNull(message = "market.day.fault") LocalDate due,
        @Nullable @Vnd Long amount) {}
