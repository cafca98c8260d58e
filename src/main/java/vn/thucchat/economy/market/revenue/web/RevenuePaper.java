package vn.thucchat.economy.market.revenue.web;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.revenue.RevenueBook;
import vn.thucchat.economy.market.revenue.RevenueRule;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.vietnamese.VietnameseWords;

/**
 * The revenue book of a year, on paper.
 *
 * @param trader who signs it
 * @param on the day on which it was printed
 * @param mark a word on every page, such as that the data are for demonstration, or null
 */
public record RevenuePaper(
        String trader,
        List<Till> stalls,
        Year year,
        LocalDate on,
        RevenueBook book,
        @Nullable RevenueRule rule,
        @Nullable String mark) {

    /** The sum in words, as papers write it. */
    public String words() {
        String words = VietnameseWords.amount(book.total().vnd()) + " đồng";
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
