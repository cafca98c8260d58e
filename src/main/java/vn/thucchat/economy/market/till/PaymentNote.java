package vn.thucchat.economy.market.till;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a trader wrote beside a payment; {@code text} may be empty for all but a note. */
public record PaymentNote(UUID id, Kind kind, String text, Instant at, String byName) {

    /** What an entry says of a payment. */
    public enum Kind {
        NOTE,
        /** the buyer wants the money back */
        REFUND_ASKED,
        /** the trader sent it back from the own bank's app */
        REFUND_DONE,
        REFUND_REFUSED
    }

    /** Whether a refund was asked for and not answered: of entries in their order the last about it says so. */
    public static boolean refundOpen(List<PaymentNote> notes) {
        return notes.stream()
                        .map(PaymentNote::kind)
                        .filter(kind -> kind != Kind.NOTE)
                        .reduce(Kind.NOTE, (_, last) -> last)
                == Kind.REFUND_ASKED;
    }
}
