package vn.thucchat.foundation.money.ledger;

import java.time.Instant;
import java.util.UUID;
import vn.thucchat.foundation.database.Transitions;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/**
 * Money that a module asked for.
 *
 * @param account our number of the account that it is to arrive on
 * @param code what the memo must carry, {@link ReferenceCode}
 * @param amountVnd đồng asked for, {@code paidVnd} of them there
 * @param dueAt after this instant a payment is late
 * @param origin the kind of thing that is paid for, in its module's word: {@code market.charge}
 * @param originId the module's own record of it
 * @param what words for people who pay it and who keep the books
 */
public record Payable(
        int account,
        String code,
        long amountVnd,
        long paidVnd,
        Instant dueAt,
        Instant askedAt,
        State state,
        String origin,
        UUID originId,
        String what,
        boolean synthetic) {

    /** Where it stands; {@link #LIFE} is the whole of it. */
    public enum State {
        OPEN,
        PAID,
        /** nobody waits for it any more; what was paid before stays paid */
        CANCELLED;

        /** One that is paid in part stays open, and one that was cancelled stays so when a bank takes a payment back. */
        static final Transitions<State> LIFE = Transitions.from(OPEN)
                .act("pay", PAID, OPEN)
                .act("cancel", CANCELLED, OPEN)
                .act("reverse", OPEN, OPEN, PAID)
                .act("reverse cancelled", CANCELLED, CANCELLED);
    }

    /** Đồng still to come. */
    public long owedVnd() {
        return amountVnd - paidVnd;
    }

    /** The same after a payment of some đồng, at most {@link #owedVnd()}. */
    public Payable paying(long moreVnd) {
        return with(paidVnd + moreVnd, moreVnd == owedVnd() ? State.PAID : State.OPEN);
    }

    /** The same without a payment of some đồng. */
    Payable reversing(long lessVnd) {
        return with(paidVnd - lessVnd, state == State.CANCELLED ? State.CANCELLED : State.OPEN);
    }

    public Payable with(long paid, State now) {
        return new Payable(account, code, amountVnd, paid, dueAt, askedAt, now, origin, originId, what, synthetic);
    }
}
