package vn.thucchat.foundation.money.cashdesk.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.cashdesk.CashReceipt;
import vn.thucchat.foundation.vietnamese.Vnd;

/**
 * Cash or Mobile Money that was taken, as a person types it.
 *
 * @param code by which it is paid
 * @param amount đồng
 * @param reference of the operator, for Mobile Money
 * @param key made when the form was shown, so that it counts once
 */
record CashForm(
        String code,

        @Nullable @Vnd @Max(value = 9_999_999_999_999L, message = "payments.cash.amount.fault")
        Long amount,

        CashReceipt.@Nullable Means means,
        String reference,
        @NotNull(message = "form.mismatch") UUID key) {}
