package vn.thucchat.economy.market.till.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.till.StallHistory;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.charts.Columns;

/**
 * One day of a stall.
 *
 * @param receipts by payment the code of its receipt
 * @param next the address of the next part, or null at the end
 * @param course the day by the hour
 * @param later the day after, or null for today
 * @param at when it was read
 */
public record TillDayPage(
        Till till,
        StallReceipts.Day day,
        Map<UUID, String> receipts,
        @Nullable String next,
        @Nullable LocalDate later,
        StallHistory.Course course,
        Instant at) {

    public Columns columns() {
        return TillHistoryPage.hours(course.hours());
    }

    /** The file of the day. */
    public String file() {
        return "/market/stalls/" + till.stall() + "/takings.csv?from=" + day.day() + "&to=" + day.day();
    }
}
