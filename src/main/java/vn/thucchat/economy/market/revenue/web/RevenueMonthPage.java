package vn.thucchat.economy.market.revenue.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.revenue.CashSale;
import vn.thucchat.economy.market.revenue.RevenueBook;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.pages.Slice;

/**
 * The revenue book of a month.
 *
 * @param now this month, the last that there is
 * @param cash what was typed in, the latest first
 * @param further whether entries come before them
 * @param at when it was read
 */
public record RevenueMonthPage(
        Till till,
        YearMonth month,
        YearMonth now,
        RevenueBook book,
        Slice<CashSale> cash,
        boolean further,
        Instant at) {

    /** The latest day first. */
    public List<RevenueBook.Line> days() {
        return book.lines().reversed();
    }

    /** The address of the latest entries, or null when they are these. */
    public @Nullable String first() {
        return further ? address() : null;
    }

    /** The address of the entries before these, or null at the end. */
    public @Nullable String next() {
        return cash.next(address() + "&cursor=");
    }

    private String address() {
        return "/market/stalls/" + till.stall() + "/book?month=" + month;
    }
}
