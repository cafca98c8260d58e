package vn.thucchat.foundation.money.accounts;

import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * An account at a bank or wallet that money arrives on.
 *
 * @param number our short number for it
 * @param bin six digits of the bank or wallet
 * @param account the account's number there, 1 to 19 letters and digits
 * @param holder who owns it, as the bank writes the name
 * @param unit where it is used: who may see it is decided by this unit
 * @param connection who tells us of its movements; null: nobody, they come by statement only
 * @param synthetic invented: all that arrives on it is demonstration data
 */
public record ReceivingAccount(
        int number,
        String bin,
        String account,
        String holder,
        UnitCode unit,
        Purpose purpose,
        @Nullable String connection,
        boolean synthetic) {

    /** Whose the money is that arrives. */
    public enum Purpose {
        /** the holder's own, whatever it was paid for: a trader's account */
        OWNER,
        /** it pays for something that was asked for, or waits until somebody says for what */
        CHARGES
    }
}
