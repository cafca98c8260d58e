package vn.thucchat.economy.market.till;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.database.Transitions;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;

/**
 * One sale at a stall, for which its trader made a code of its own.
 *
 * @param account the payments module's number of the account that it is to be paid on
 * @param code what the memo carries
 * @param amountVnd đồng asked for
 * @param countedVnd đồng of it that are paid: with what somebody said to be for it, without what the bank took back
 * @param until from then on a payment is late
 * @param payments what came and names it, in the order in which it was told
 */
public record Sale(
        UUID id,
        UUID market,
        UUID stall,
        int account,
        String code,
        long amountVnd,
        long countedVnd,
        Instant until,
        List<Movement> payments) {

    /** Đồng that came for it in all, which may be too much. */
    public long paidVnd() {
        return countedVnd + overVnd();
    }

    /** Đồng still to come. */
    public long owedVnd() {
        return amountVnd - countedVnd;
    }

    /** Đồng that the buyer sent too much. */
    public long overVnd() {
        if (payments.stream()
                .noneMatch(it -> it.outcome() == MatchStatus.OVERPAID || it.outcome() == MatchStatus.DUPLICATE))
            return 0;
        return Math.max(0, payments.stream().mapToLong(Movement::amountVnd).sum() - amountVnd);
    }

    /** How it stands, by the bank's word alone. */
    public State state() {
        if (owedVnd() > 0) return countedVnd == 0 ? State.WAITING : State.SHORT;
        return overVnd() > 0 ? State.OVER : State.PAID;
    }

    /** The state of a sale; {@link #LIFE} says which payments lead from one state to another. */
    public enum State {
        WAITING,
        /** something came, and too little */
        SHORT,
        PAID,
        /** all of it came, and more */
        OVER;

        static final Transitions<State> LIFE = Transitions.from(WAITING)
                .act("pay a part", SHORT, WAITING, SHORT)
                .act("pay", PAID, WAITING, SHORT)
                .act("pay too much", OVER, WAITING, SHORT, PAID, OVER)
                .act("reverse a part", SHORT, SHORT, PAID, OVER)
                .act("reverse", WAITING, SHORT, PAID, OVER);

        /** Whether nothing is missing. */
        public boolean enough() {
            return switch (this) {
                case WAITING, SHORT -> false;
                case PAID, OVER -> true;
            };
        }
    }
}
