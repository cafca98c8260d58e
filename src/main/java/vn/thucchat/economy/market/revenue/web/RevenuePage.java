package vn.thucchat.economy.market.revenue.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.revenue.RevenueBook;
import vn.thucchat.economy.market.revenue.RevenueRule;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.charts.Columns;

/**
 * The revenue book of a year.
 *
 * @param stalls how many of the trader's it is of
 * @param now this year, the last that there is
 * @param rule what the tax rules ask, or null where none is known
 * @param at when it was read
 */
public record RevenuePage(
        Till till,
        int stalls,
        Year year,
        Year now,
        RevenueBook book,
        @Nullable RevenueRule rule,
        Instant at) {

    /** The latest month first; those in which nothing came are left out. */
    public List<RevenueBook.Line> months() {
        return book.lines().reversed().stream()
                .filter(line -> line.vnd() != 0 || line.bankCount() + line.cashCount() > 0)
                .toList();
    }

    /** A month below zero has no column, as columns stand on zero: the table has its sum. */
    public Columns columns() {
        return new Columns(book.lines().stream()
                .map(line -> new Columns.Value(
                        Integer.toString(line.first().getMonthValue()), BigDecimal.valueOf(Math.max(0, line.vnd()))))
                .toList());
    }

    /** Whether banks took back more in a month than came in it. */
    public boolean below() {
        return book.lines().stream().anyMatch(line -> line.vnd() < 0);
    }
}
