package vn.thucchat.economy.market.traders;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Which stall an account's money is for.
 *
 * @param account the payments module's number of the receiving account
 * @param unit the market's commune
 * @param toOn the last day, or null
 */
public record StallAccount(
        int account,
        UUID market,
        String marketCode,
        String marketName,
        UnitCode unit,
        UUID stall,
        String number,
        UUID trader,
        String traderName,
        LocalDate fromOn,
        @Nullable LocalDate toOn,
        boolean synthetic) {

    /** Whether the account was the stall's on a day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(fromOn) && (toOn == null || !day.isAfter(toOn));
    }
}
