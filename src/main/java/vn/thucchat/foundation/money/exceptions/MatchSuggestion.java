package vn.thucchat.foundation.money.exceptions;

import vn.thucchat.foundation.money.ledger.Payable;

/** What waiting money may be for, and why it looks so. */
public record MatchSuggestion(Payable payable, Why why) {

    /** In the order of how likely it is. */
    public enum Why {
        /** its code is named */
        NAMED,
        /** its code is nearly named: with one wrong sign, or cut */
        NEAR,
        /** its code is named, and it was to be paid to another account */
        ELSEWHERE,
        /** its code is named with one wrong sign */
        ONE_SIGN_OFF,
        /** its code was cut at the end of the memo */
        CUT,
        /** exactly this amount is owed */
        SAME_AMOUNT
    }
}
