package vn.thucchat.foundation.money.payments;

/** How a movement was understood when it came. */
public enum MatchStatus {
    /** exactly what was asked for, in time */
    MATCHED,
    /** less than what was asked for */
    UNDERPAID,
    /** more than what was asked for */
    OVERPAID,
    /** exactly what was asked for, but after the day */
    LATE,
    /** for what had been paid before */
    DUPLICATE,
    /** for what was asked for on another account */
    WRONG_ACCOUNT,
    /** on an account for charges, and nobody knows for what */
    UNMATCHED,
    /** the holder's own: nothing was asked for */
    OWNER,
    /** money that went out */
    IGNORED_DEBIT,
    /** money that went out because the bank took back a payment that had come in */
    REVERSAL;

    /** Whether somebody who keeps the books has to look at it: it is not exactly what was asked for. */
    boolean waits() {
        return switch (this) {
            case UNDERPAID, OVERPAID, DUPLICATE, WRONG_ACCOUNT, UNMATCHED -> true;
            case MATCHED, LATE, OWNER, IGNORED_DEBIT, REVERSAL -> false;
        };
    }
}
