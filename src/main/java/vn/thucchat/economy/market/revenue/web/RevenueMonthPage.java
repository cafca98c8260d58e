package vn.thucchat.economy.market.revenue.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.thucchat.economy.market.revenue.CashSale;
import vn.thucchat.economy.market.revenue.RevenueBook;
import vn.thucchat.economy.market.till.Till;

/**
 * The revenue book of a month.
 *
 * @param now this month, the last that there is
 * @param cash what was typed in, the latest first
 * @param at when it was read
 */
public record RevenueMonthPage(
        Till till, YearMonth month, YearMonth now, RevenueBook book, List<CashSale> cash, Instant at) {

    /** The latest day first. */
    public List<RevenueBook.Line> days() {
        return book.lines().reversed();
    }
}
