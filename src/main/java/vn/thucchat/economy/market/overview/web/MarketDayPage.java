package vn.thucchat.economy.market.overview.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.overview.MarketDay;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.charts.Columns;
import vn.thucchat.foundation.facts.Evidence;

/**
 * A market's day.
 *
 * @param today the last day that can be asked for
 * @param whole whether all stalls that were paid are listed, or the first of them
 * @param inspects whether the reader may open the round
 * @param keepsBooks whether the reader may open the work list of money
 * @param reconciles whether the reader may open the market's reconciliation
 */
public record MarketDayPage(
        Market market,
        MarketDay day,
        LocalDate today,
        boolean whole,
        boolean inspects,
        boolean keepsBooks,
        boolean reconciles) {

    private static final int TOP = 6;
    private static final Evidence.Total NOTHING = new Evidence.Total(0, 0, 0, 0);

    private static final int OPENS = 5;
    private static final int CLOSES = 19;

    public List<MarketDay.Paid> stalls() {
        return whole || day.received().stalls().size() <= TOP
                ? day.received().stalls()
                : day.received().stalls().subList(0, TOP);
    }

    /** The hours of trade, and those before and after in which something came. */
    public List<Integer> hours() {
        int first = day.received().hours().isEmpty()
                ? OPENS
                : Math.min(OPENS, day.received().hours().firstKey());
        int last = day.received().hours().isEmpty()
                ? CLOSES
                : Math.max(CLOSES, day.received().hours().lastKey());
        var hours = new ArrayList<Integer>();
        for (int hour = first; hour <= last; hour++) hours.add(hour);
        return hours;
    }

    public Evidence.Total at(int hour) {
        return day.received().hours().getOrDefault(hour, NOTHING);
    }

    /** Every third hour is written below: so they stay apart on a phone. */
    public Columns columns() {
        return new Columns(hours().stream()
                .map(hour -> new Columns.Value(hour % 3 == 0 ? hour + "h" : "", BigDecimal.valueOf(at(hour).count())))
                .toList());
    }

    /** Of the stalls that could be paid without cash, in per cent, how many were; null when there are none. */
    public @Nullable BigDecimal used() {
        return share(day.received().stallsPaid(), day.ready());
    }

    /** Charges paid in full. */
    public long charges() {
        return day.charged().cashless().count() + day.charged().cash().count();
    }

    /** Of the charges paid, in per cent, how many without cash; null when none was. */
    public @Nullable BigDecimal cashless() {
        return share(day.charged().cashless().count(), charges());
    }

    /** How many per cent of the whole a part is; null of nothing. */
    public static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
