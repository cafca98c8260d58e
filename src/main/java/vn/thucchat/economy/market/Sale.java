package vn.thucchat.economy.market;

import java.time.Instant;
import java.util.UUID;

/**
 * One sale at a stall, for which its trader made a code of its own.
 *
 * @param account the payments module's number of the account that it is to be paid on
 * @param code what the memo carries
 * @param amountVnd đồng asked for, {@code paidVnd} of them there
 * @param until from then on a payment is late
 */
public record Sale(
        UUID id, UUID market, UUID stall, int account, String code, long amountVnd, long paidVnd, Instant until) {

    /** Đồng still to come. */
    public long owedVnd() {
        return amountVnd - paidVnd;
    }

    /** How it stands, by the bank's word alone. */
    public State state() {
        return owedVnd() == 0 ? State.PAID : paidVnd > 0 ? State.SHORT : State.WAITING;
    }

    public enum State {
        WAITING,
        /** something came, and too little */
        SHORT,
        PAID
    }
}
