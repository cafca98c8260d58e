package vn.thucchat.economy.market.till;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
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

    /**
     * A stretch of days.
     *
     * @param from the first day, {@code to} the last one
     * @param days on which something came, in their order
     * @param hours in which something came, in their order
     */
    public record Course(LocalDate from, LocalDate to, List<Payments.OfDay> days, List<Payments.OfHour> hours) {

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

    private final Payments payments;

    StallHistory(Payments payments) {
        this.payments = payments;
    }

    /** The stretch that a day is in, whole: also where some of it is still to come. */
    public Course of(Till till, Span span, LocalDate day) {
        LocalDate from = span.first(day);
        LocalDate to = span.next(from).minusDays(1);
        return new Course(
                from, to, payments.byDay(till.numbers(), from, to), payments.byHour(till.numbers(), from, to));
    }
}
