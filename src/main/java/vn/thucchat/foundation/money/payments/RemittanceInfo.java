package vn.thucchat.foundation.money.payments;

import org.jspecify.annotations.Nullable;

/** What came with a movement, as its teller passed it on: personal data, read for a stated purpose only. */
public record RemittanceInfo(
        String memo, @Nullable String payerName, @Nullable String payerAccount) {}
