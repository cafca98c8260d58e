package vn.thucchat.economy.market.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.Takings;
import vn.thucchat.economy.market.Till;

/**
 * One day of a stall.
 *
 * @param receipts by payment the code of its receipt
 * @param next the address of the next part, or null at the end
 * @param week the seven days until today, the latest first
 * @param later the day after, or null for today
 */
public record TillDayPage(
        Till till,
        Takings.Day day,
        Map<UUID, String> receipts,
        @Nullable String next,
        @Nullable LocalDate later,
        List<Takings.DayTotal> week) {}
