package vn.thucchat.economy.market.till;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.StallAccount;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.payments.Payments;

/** Sums what came in at a stall over a day, a week, a month or a year: by day and by hour, so that the best are seen. */
@Service
public class StallHistory {

    /** How long a stretch of days is. */
    public enum Span {
        DAY,
        /** from Monday to Sunday */
        WEEK,
        MONTH,
        YEAR;

        /** The first day of the stretch that a day is in. */
        public LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        /** The first day of the stretch after the one that begins on a day. */
        public LocalDate next(LocalDate first) {
            return switch (this) {
                case DAY -> first.plusDays(1);
                case WEEK -> first.plusWeeks(1);
                case MONTH -> first.plusMonths(1);
                case YEAR -> first.plusYears(1);
            };
        }
    }

    /** The days from {@code from} to {@code to}, both included. */
    public record Days(LocalDate from, LocalDate to) {}

    /**
     * A stretch of days.
     *
     * @param from the first day, {@code to} the last one
     * @param days on which something came, in their order
     * @param hours in which something came, in their order
     * @param shared the days in which an account of the stall was another stall's too
     */
    public record Course(
            LocalDate from, LocalDate to, List<Payments.OfDay> days, List<Payments.OfHour> hours, List<Days> shared) {

        public Payments.Total total() {
            return new Payments.Total(
                    days.stream().mapToLong(Payments.OfDay::count).sum(),
                    days.stream().mapToLong(Payments.OfDay::amountVnd).sum());
        }

        public long takenBackVnd() {
            return days.stream().mapToLong(Payments.OfDay::takenBackVnd).sum();
        }

        /** The hour in which most came; the earlier of equals. */
        public Optional<Payments.OfHour> bestHour() {
            return hours.stream()
                    .max(Comparator.comparingLong(Payments.OfHour::amountVnd)
                            .thenComparing(Payments.OfHour::hour, Comparator.reverseOrder()));
        }

        /** The day on which most came; the earlier of equals. */
        public Optional<Payments.OfDay> bestDay() {
            return days.stream()
                    .filter(day -> day.count() > 0)
                    .max(Comparator.comparingLong(Payments.OfDay::amountVnd)
                            .thenComparing(Payments.OfDay::day, Comparator.reverseOrder()));
        }
    }

    private final PaymentMethods methods;
    private final Payments payments;
    private final InstantSource clock;

    StallHistory(PaymentMethods methods, Payments payments, InstantSource clock) {
        this.methods = methods;
        this.payments = payments;
        this.clock = clock;
    }

    /** Every stall that the person was ever paid at, with all accounts and their days: also what ended or closed. */
    public List<Till> tills(Actor trader) {
        return methods.everServed(trader).stream()
                .collect(Collectors.groupingBy(StallAccount::stall, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Till::of)
                .toList();
    }

    /** A stall that the person is paid at today, with all accounts and their days. */
    public Optional<Till> till(Actor trader, UUID stall) {
        return tills(trader).stream()
                .filter(till -> till.open() && till.stall().equals(stall))
                .findFirst();
    }

    /**
     * The stretch that a day is in, whole: also where some of it is still to come. Of each account it has the days in which
     * the account was the trader's: it may have been another's before.
     *
     * @param till with all accounts that it ever had
     */
    public Course of(Till till, Span span, LocalDate day) {
        LocalDate from = span.first(day);
        LocalDate to = span.next(from).minusDays(1);
        List<StallAccount> own = till.accounts();
        var hours = new TreeMap<Integer, Payments.OfHour>();
        AcceptedDays.of(own, new Days(from, to))
                .forEach((days, accounts) -> payments.byHour(accounts, days.from(), days.to())
                        .forEach(hour -> hours.merge(
                                hour.hour(),
                                hour,
                                (a, b) -> new Payments.OfHour(
                                        a.hour(), a.count() + b.count(), a.amountVnd() + b.amountVnd()))));
        return new Course(
                from,
                to,
                byDay(own, from, to),
                List.copyOf(hours.values()),
                common(own, other -> !other.stall().equals(till.stall()), from, to));
    }

    /** What came in on accounts, of each in the days in which it was accepted, day by day; empty days are left out. */
    public List<Payments.OfDay> byDay(List<StallAccount> accepted, LocalDate from, LocalDate to) {
        var found = new TreeMap<LocalDate, Payments.OfDay>();
        AcceptedDays.of(accepted, new Days(from, to))
                .forEach((days, accounts) -> payments.byDay(accounts, days.from(), days.to())
                        .forEach(day -> found.merge(
                                day.day(),
                                day,
                                (a, b) -> new Payments.OfDay(
                                        a.day(),
                                        a.count() + b.count(),
                                        a.amountVnd() + b.amountVnd(),
                                        a.takenBackVnd() + b.takenBackVnd()))));
        return List.copyOf(found.values());
    }

    /**
     * The days in which an account was accepted by another trader too: nobody can say whom its payments were for.
     *
     * @param accepted all of one person
     */
    public List<Days> shared(List<StallAccount> accepted, LocalDate from, LocalDate to) {
        Set<UUID> own = accepted.stream().map(StallAccount::trader).collect(Collectors.toSet());
        return common(accepted, other -> !own.contains(other.trader()), from, to);
    }

    /** Until today the days in which an account was accepted by another too. */
    private List<Days> common(
            List<StallAccount> accepted, Predicate<StallAccount> another, LocalDate from, LocalDate to) {
        LocalDate today = BusinessTime.day(clock.instant());
        List<StallAccount> others =
                methods.served(accepted.stream().map(StallAccount::account).collect(Collectors.toSet())).stream()
                        .filter(another)
                        .toList();
        return AcceptedDays.common(accepted, others, new Days(from, to.isAfter(today) ? today : to));
    }
}
