package vn.thucchat.economy.market.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place to sell at.
 *
 * @param number as painted on it, in capitals, unique in its market
 * @param areaM2 square metres, when known
 */
public record Stall(
        UUID market,
        UUID id,
        UUID zone,
        String zoneName,
        String number,
        @Nullable BigDecimal areaM2,
        String goods,
        LocalDate openedOn,
        @Nullable LocalDate closedOn) {}
