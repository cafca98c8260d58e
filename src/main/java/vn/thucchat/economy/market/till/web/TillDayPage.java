package vn.thucchat.economy.market.till.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.Till;

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
        StallReceipts.Day day,
        Map<UUID, String> receipts,
        @Nullable String next,
        @Nullable LocalDate later,
        List<StallReceipts.DayTotal> week) {

    public long weekVnd() {
        return week.stream().mapToLong(it -> it.total().amountVnd()).sum();
    }

    public long weekCount() {
        return week.stream().mapToLong(it -> it.total().count()).sum();
    }

    /** The file of the day, or of the seven days. */
    public String file(boolean whole) {
        LocalDate from = whole ? week.getLast().day() : day.day();
        LocalDate to = whole ? week.getFirst().day() : day.day();
        return "/market/stalls/" + till.stall() + "/takings.csv?from=" + from + "&to=" + to;
    }
}
