package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.charts.Columns;
import vn.thucchat.foundation.pages.Texts;

/** Puts sums of days together to days, weeks or months, so that a picture has room for them. */
@NamedInterface("explorer")
public record Course(Grain grain, List<Stretch> stretches) {

    public enum Grain {
        DAY,
        WEEK,
        MONTH;

        private LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        private LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }
    }

    /** Days from {@code from} to {@code to}, both included. */
    public record Stretch(LocalDate from, LocalDate to, BigDecimal amount) {}

    private static final int MOST_DAYS = 45;
    private static final int MOST_DAYS_OF_WEEKS = 400;
    private static final int LABELS = 6;

    /** From the first day that has something to the last; what has nothing between them is zero. */
    public static Course of(SortedMap<LocalDate, BigDecimal> days) {
        if (days.isEmpty()) return new Course(Grain.DAY, List.of());
        long length = ChronoUnit.DAYS.between(days.firstKey(), days.lastKey());
        Grain grain = length <= MOST_DAYS ? Grain.DAY : length <= MOST_DAYS_OF_WEEKS ? Grain.WEEK : Grain.MONTH;
        return of(days, grain);
    }

    /** The same in stretches of a chosen length; longer ones where there would be too many to see. */
    public static Course of(SortedMap<LocalDate, BigDecimal> days, Grain wanted) {
        if (days.isEmpty()) return new Course(wanted, List.of());
        long length = ChronoUnit.DAYS.between(days.firstKey(), days.lastKey());
        Grain grain = wanted == Grain.DAY && length > MOST_DAYS_OF_WEEKS ? Grain.WEEK : wanted;
        var stretches = new ArrayList<Stretch>();
        for (LocalDate start = grain.start(days.firstKey());
                !start.isAfter(days.lastKey());
                start = grain.next(start)) {
            LocalDate end = grain.next(start);
            stretches.add(new Stretch(
                    start,
                    end.minusDays(1),
                    days.subMap(start, end).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        return new Course(grain, List.copyOf(stretches));
    }

    /** Whether there is a course to see: one stretch is none. */
    public boolean drawable() {
        return stretches.size() > 1;
    }

    /** {@code 4/5/2026}, {@code 4/5/2026 – 10/5/2026}. */
    public static String name(Texts t, Stretch of) {
        return of.from().equals(of.to()) ? t.date(of.from()) : t.date(of.from()) + " – " + t.date(of.to());
    }

    /** @param words an amount as it is written, with its unit */
    public Columns columns(Texts t, Function<BigDecimal, String> words) {
        var values = new ArrayList<Columns.Value>();
        int step = Math.ceilDiv(stretches.size(), LABELS);
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            LocalDate day = stretch.from();
            String label = i % step > 0
                    ? ""
                    : grain == Grain.MONTH
                            ? day.getMonthValue() + "/" + day.getYear()
                            : day.getDayOfMonth() + "/" + day.getMonthValue();
            values.add(new Columns.Value(
                    label, stretch.amount(), name(t, stretch) + ": " + words.apply(stretch.amount())));
        }
        return new Columns(values);
    }
}
