package vn.thucchat.economy.market.traders;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the buyers of a stall can pay to without cash.
 *
 * @param bin of the bank, for VietQR
 * @param account the payments module's number of the receiving account; null where none is heard of
 * @param label the bank's or wallet's name
 * @param mark six signs that are printed on the sign, for VietQR
 * @param toOn the last day, or null
 */
public record PaymentMethod(
        UUID market,
        UUID id,
        UUID stall,
        UUID trader,
        Kind kind,
        @Nullable String bin,
        @Nullable Integer account,
        String label,
        @Nullable String mark,
        LocalDate fromOn,
        @Nullable LocalDate toOn) {

    /** By which way the money comes. */
    public enum Kind {
        /** an account at a bank, by its VietQR code */
        VIETQR,
        /** an electronic wallet's own code */
        WALLET,
        MOBILE_MONEY
    }
}
