package vn.thucchat.economy.market.signs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was read off a stall's sign.
 *
 * @param bin of the bank that the sign names, when it names one; {@code tail} the last four signs of the account
 */
public record SignReading(
        UUID market,
        UUID round,
        UUID id,
        UUID stall,
        String number,
        Instant at,
        String by,
        Result result,
        @Nullable String bin,
        @Nullable String tail) {

    /** What it was. */
    public enum Result {
        /** the money goes to this stall's trader */
        GENUINE,
        /** it belongs to another stall of the market */
        WRONG_STALL,
        /** the money goes to an account that nobody here has: pasted over */
        FOREIGN,
        /** no VietQR code, or a broken one */
        UNREADABLE,
        /** there was no sign to read */
        MISSING
    }
}
