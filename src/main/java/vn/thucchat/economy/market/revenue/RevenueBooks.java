package vn.thucchat.economy.market.revenue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.revenue.RevenueBook.Line;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.money.payments.Payments;

/** Puts together the revenue book of a trader, over all of the trader's stalls. */
@Service
public class RevenueBooks {

    private final Payments payments;
    private final CashSaleStore cash;
    private final InstantSource clock;

    RevenueBooks(Payments payments, CashSaleStore cash, InstantSource clock) {
        this.payments = payments;
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
        add(lines, tills, year.atDay(1), last, day -> day.withDayOfMonth(1));
        return new RevenueBook(List.copyOf(lines.values()));
    }

    /** A month by the days on which something came. */
    public RevenueBook of(List<Till> tills, YearMonth month) {
        var lines = new TreeMap<LocalDate, Line>();
        add(lines, tills, month.atDay(1), month.atEndOfMonth(), UnaryOperator.identity());
        return new RevenueBook(List.copyOf(lines.values()));
    }

    private LocalDate earlier(LocalDate day) {
        LocalDate today = today();
        return day.isAfter(today) ? today : day;
    }

    private void add(
            Map<LocalDate, Line> lines, List<Till> tills, LocalDate from, LocalDate to, UnaryOperator<LocalDate> part) {
        List<Integer> accounts = tills.stream()
                .flatMap(till -> till.numbers().stream())
                .distinct()
                .toList();
        for (Payments.OfDay day : payments.byDay(accounts, from, to)) {
            LocalDate first = part.apply(day.day());
            lines.merge(first, new Line(first, day.count(), day.amountVnd() - day.takenBackVnd(), 0, 0), Line::plus);
        }
        for (CashSaleStore.Owner owner : CashSales.owners(tills))
            for (CashSaleStore.OfDay day : cash.byDay(owner, from, to)) {
                LocalDate first = part.apply(day.day());
                lines.merge(first, new Line(first, 0, 0, day.count(), day.amountVnd()), Line::plus);
            }
    }
}
