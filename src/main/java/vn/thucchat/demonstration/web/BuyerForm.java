package vn.thucchat.demonstration.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import vn.thucchat.demonstration.Buyer;
import vn.thucchat.foundation.vietnamese.Vnd;

/**
 * What the buyer pays.
 *
 * @param code of a sale, whose amount is known; empty for the counter
 */
record BuyerForm(
        String code,

        @Nullable
        @Vnd
        @Min(value = 1_000, message = "demonstration.buyer.amount.fault")
        @Max(value = 499_999_999, message = "demonstration.buyer.amount.fault")
        Long amount,

        @NotNull(message = "form.choose") Buyer.Way way) {}
