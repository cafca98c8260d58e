package vn.thucchat.foundation.payments;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cash that a collector took.
 *
 * @param account our number of the account for charges whose books it is in
 * @param number counts the account's receipts of the year from 1, without a gap
 * @param amountVnd đồng taken, {@code owedVnd} still owed afterwards
 * @param code of what was paid, {@code what} in words
 * @param collector who took it, by name
 * @param voided why it is not valid any more; null: it is
 */
public record CashReceipt(
        int account,
        int year,
        int number,
        UUID id,
        long amountVnd,
        long owedVnd,
        Instant at,
        String code,
        String what,
        String collector,
        boolean synthetic,
        @Nullable Voided voided) {

    public record Voided(Instant at, String reason) {}

    /** As people read it: {@code TM-2026-000123}. */
    public String printed() {
        return String.format(Locale.ROOT, "TM-%04d-%06d", year, number);
    }
}
