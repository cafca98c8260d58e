package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.accounts.Provider;

/**
 * Money that moved on an account, as a bank told it.
 *
 * @param account our number of the receiving account
 * @param number counts the account's movements from 1, without a gap, in the order in which they were taken
 * @param at when it moved, by the bank's word
 * @param day the Vietnamese day of {@code at}
 * @param receivedAt when we were told
 * @param amountVnd đồng, above 0
 * @param sourceId the teller's own number for it
 * @param reference the bank's, or null when the teller passed none on
 * @param code what it names, whether or not it pays for it
 */
public record Movement(
        int account,
        long number,
        UUID id,
        Instant at,
        LocalDate day,
        Instant receivedAt,
        boolean incoming,
        long amountVnd,
        MatchStatus outcome,
        Source source,
        String sourceId,
        @Nullable String reference,
        @Nullable String code,
        boolean synthetic) {

    /** Who told us. */
    public enum Source {
        SEPAY,
        CASSO,
        PAYOS,
        STATEMENT,
        /** a collector: in {@link Payment} only, cash is no movement of an account */
        CASH;

        /** Whose messages a provider's are. */
        public static Source of(Provider provider) {
            return switch (provider) {
                case SEPAY, SEPAY_KEY -> SEPAY;
                case CASSO, CASSO_TOKEN -> CASSO;
                case PAYOS -> PAYOS;
            };
        }
    }
}
