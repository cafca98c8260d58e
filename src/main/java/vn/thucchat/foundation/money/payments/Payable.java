package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.util.UUID;
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

    /** Where it stands. */
    public enum State {
        OPEN,
        PAID,
        /** nobody waits for it any more; what was paid before stays paid */
        CANCELLED
    }

    /** Đồng still to come. */
    public long owedVnd() {
        return amountVnd - paidVnd;
    }

    Payable with(long paid, State now) {
        return new Payable(account, code, amountVnd, paid, dueAt, askedAt, now, origin, originId, what, synthetic);
    }
}
