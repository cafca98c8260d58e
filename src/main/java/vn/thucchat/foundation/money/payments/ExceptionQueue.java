package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.formats.StatementLine;

/**
 * Takes over what posting leaves to people. Implemented above this room, by the one where people decide; every call is
 * inside the transaction that posts, with the accounts locked.
 */
public interface ExceptionQueue {

    /** @param waitingVnd đồng of the transaction that pay for nothing yet */
    record Unmatched(Movement movement, long waitingVnd) {}

    /**
     * Transactions whose match needs a decision.
     *
     * @param owners what names nothing on its owner's account, with its memo: it may be for a sale whose code it nearly
     *     names
     */
    void unmatched(List<Unmatched> waiting, Map<Movement, String> owners);

    /** A transaction that is not posted, for it may be one that was reported on another day: {@code resembles}. */
    void suspectedDuplicate(TransactionToPost arrival, long resembles, Instant now);

    /** A transaction that is not posted, for no single payment is so large. */
    void tooLarge(TransactionToPost arrival, Instant now);

    /** A statement says that a payment out reverses a payment in. May be said again. */
    void reversed(ReceivingAccount account, long movement, StatementLine line);
}
