package vn.thucchat.economy.market.traders;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who rents a stall, and for how long.
 *
 * @param toOn the last day, or null while no end was agreed
 * @param rentVnd đồng in a month
 */
public record Contract(
        UUID market,
        UUID id,
        UUID stall,
        UUID trader,
        String traderName,
        LocalDate fromOn,
        @Nullable LocalDate toOn,
        long rentVnd) {

    public boolean on(LocalDate day) {
        return !day.isBefore(fromOn) && (toOn == null || !day.isAfter(toOn));
    }
}
