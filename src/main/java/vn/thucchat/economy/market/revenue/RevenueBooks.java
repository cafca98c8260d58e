package vn.thucchat.economy.market.revenue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.revenue.RevenueBook.Line;
import vn.thucchat.economy.market.till.StallHistory;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.economy.market.traders.StallAccount;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.money.payments.Payments;

/**
 * Puts together the revenue book of a trader, over all stalls that the trader was ever paid at: of each account the days
 * in which the trader had it.
 */
@Service
public class RevenueBooks {

    private final StallHistory history;
    private final CashSaleStore cash;
    private final InstantSource clock;

    RevenueBooks(StallHistory history, CashSaleStore cash, InstantSource clock) {
        this.history = history;
        this.cash = cash;
        this.clock = clock;
    }

    public LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    /** A year by months, until today. */
    public RevenueBook of(List<Till> tills, Year year) {
        var lines = new TreeMap<LocalDate, Line>();
        LocalDate last = year.atMonth(12).atEndOfMonth();
        for (LocalDate month = year.atDay(1); !month.isAfter(earlier(last)); month = month.plusMonths(1))
            lines.put(month, new Line(month, 0, 0, 0, 0));
        return book(lines, tills, year.atDay(1), last, day -> day.withDayOfMonth(1));
    }

    /** A month by the days on which something came. */
    public RevenueBook of(List<Till> tills, YearMonth month) {
        return book(new TreeMap<>(), tills, month.atDay(1), month.atEndOfMonth(), UnaryOperator.identity());
    }

    private LocalDate earlier(LocalDate day) {
        LocalDate today = today();
        return day.isAfter(today) ? today : day;
    }

    private RevenueBook book(
            SortedMap<LocalDate, Line> lines,
            List<Till> tills,
            LocalDate from,
            LocalDate to,
            UnaryOperator<LocalDate> part) {
        List<StallAccount> accepted =
                tills.stream().flatMap(till -> till.accounts().stream()).toList();
        for (Payments.OfDay day : history.byDay(accepted, from, to)) {
            LocalDate first = part.apply(day.day());
            lines.merge(first, new Line(first, day.count(), day.amountVnd() - day.takenBackVnd(), 0, 0), Line::plus);
        }
        for (CashSaleStore.Owner owner : CashSales.owners(tills))
            for (CashSaleStore.OfDay day : cash.byDay(owner, from, to)) {
                LocalDate first = part.apply(day.day());
                lines.merge(first, new Line(first, 0, 0, day.count(), day.amountVnd()), Line::plus);
            }
        return new RevenueBook(List.copyOf(lines.values()), history.shared(accepted, from, to));
    }
}
