package vn.thucchat.foundation.money.cashdesk;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cash or Mobile Money that a collector took.
 *
 * @param account our number of the account for charges whose books it is in
 * @param number counts the account's receipts of the year from 1, without a gap
 * @param amountVnd đồng taken, {@code owedVnd} still owed afterwards
 * @param code of what was paid, {@code what} in words
 * @param collector who took it, by name
 * @param payer who owed it, by name, for the paper alone; null: not known
 * @param received how it came
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
        @Nullable String payer,
        Received received,
        boolean synthetic,
        @Nullable Voided voided) {

    /** How the money came to the collector. */
    public enum Means {
        CASH,
        /** on the collector's telephone account at an operator (Decision 316/QĐ-TTg of 2021) */
        MOBILE_MONEY
    }

    /** @param reference the operator's number of the transaction; null exactly for cash */
    public record Received(Means means, @Nullable String reference) {

        public static final Received CASH = new Received(Means.CASH, null);

        public Received {
            if ((means == Means.CASH) != (reference == null))
                throw new IllegalArgumentException("A reference belongs to Mobile Money");
        }

        /**
         * As people type it; of cash no number is wanted.
         *
         * @return empty where the number cannot be one
         */
        public static Optional<Received> of(Means means, String typed) {
            if (means == Means.CASH) return Optional.of(CASH);
            String bare = typed.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
            return bare.matches("[0-9A-Z]{6,40}") ? Optional.of(new Received(means, bare)) : Optional.empty();
        }
    }

    public record Voided(Instant at, String reason) {}

    /** A receipt's number within its account. */
    record Numbered(int year, int number) {}

    private static final Pattern PRINTED = Pattern.compile("TM[\\s.-]*(20[0-9]{2})[\\s.-]+([0-9]{1,9})");

    /** What {@link #printed} made, however it was typed. */
    static Optional<Numbered> number(String typed) {
        var read = PRINTED.matcher(typed.strip().toUpperCase(Locale.ROOT));
        return read.matches()
                ? Optional.of(new Numbered(Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2))))
                : Optional.empty();
    }

    /** As people read it: {@code TM-2026-000123}. */
    public String printed() {
        return String.format(Locale.ROOT, "TM-%04d-%06d", year, number);
    }
}
