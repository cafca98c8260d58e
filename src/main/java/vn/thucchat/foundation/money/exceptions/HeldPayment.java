package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.units.UnitCode;

/**
 * A payment that a genuine teller told of and that counts only when a person has said so.
 *
 * @param unit whose accountant decides
 * @param account our number of the account it is for; null: that is not known
 * @param resembles the number of the movement that it may be, on that account; null: it resembles none
 * @param decided null: nobody has decided yet
 */
public record HeldPayment(
        UUID id,
        UnitCode unit,
        Reason reason,
        Said said,
        @Nullable Integer account,
        @Nullable Long resembles,
        boolean synthetic,
        Instant receivedAt,
        @Nullable Decided decided,
        int version) {

    /** Why it does not count by itself. */
    public enum Reason {
        /** no account of this connection has this number at this bank */
        UNKNOWN_ACCOUNT,
        /** several have, and the teller names no bank */
        AMBIGUOUS_ACCOUNT,
        /** what is signed could be read as another payment */
        AMBIGUOUS_TEXT,
        /** more than a single payment is */
        TOO_LARGE,
        /** told before, perhaps, of another day */
        POSSIBLE_DUPLICATE
    }

    /** What a person says of it. */
    public enum Decision {
        /** it is a payment of its own and counts */
        RELEASED,
        /** it is none, or was told before, and never counts */
        REJECTED
    }

    /**
     * What the teller said.
     *
     * @param connection who told of it; null: a statement
     * @param numbers of the account, the most particular first
     * @param bank as the teller names it, or null
     */
    public record Said(
            @Nullable String connection,
            List<String> numbers,
            @Nullable String bank,
            Movement.Source source,
            String sourceId,
            boolean incoming,
            long amountVnd,
            Instant at,
            LocalDate day,
            @Nullable String reference) {}

    /**
     * The decision.
     *
     * @param note why
     * @param movement the number of the movement that it became; null: it became none, or was one already
     */
    public record Decided(
            Decision decision,
            String note,
            Instant at,
            @Nullable UUID by,
            @Nullable Long movement) {}
}
