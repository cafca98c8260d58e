package vn.thucchat.economy.market;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.payments.Movement;

/**
 * One sale at a stall, for which its trader made a code of its own.
 *
 * @param account the payments module's number of the account that it is to be paid on
 * @param code what the memo carries
 * @param amountVnd đồng asked for
 * @param until from then on a payment is late
 * @param payments what came for it, in the order in which it was told
 */
public record Sale(
        UUID id,
        UUID market,
        UUID stall,
        int account,
        String code,
        long amountVnd,
        Instant until,
        List<Movement> payments) {

    /** Đồng that came for it in all, which may be too much. */
    public long paidVnd() {
        return payments.stream().mapToLong(Movement::amountVnd).sum();
    }

    /** Đồng still to come. */
    public long owedVnd() {
        return Math.max(0, amountVnd - paidVnd());
    }

    /** Đồng that the buyer sent too much. */
    public long overVnd() {
        return Math.max(0, paidVnd() - amountVnd);
    }

    /** How it stands, by the bank's word alone. */
    public State state() {
        if (payments.isEmpty()) return State.WAITING;
        return owedVnd() > 0 ? State.SHORT : overVnd() > 0 ? State.OVER : State.PAID;
    }

    public enum State {
        WAITING,
        /** something came, and too little */
        SHORT,
        PAID,
        /** all of it came, and more */
        OVER;

        /** Whether nothing is missing. */
        public boolean enough() {
            return switch (this) {
                case WAITING, SHORT -> false;
                case PAID, OVER -> true;
            };
        }
    }
}
