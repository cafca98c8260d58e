package vn.thucchat.economy.market.till.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.till.StallHistory;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.charts.Columns;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.pages.Texts;

/**
 * How a stretch of days went at a stall.
 *
 * @param day of it, which was asked for
 */
public record TillHistoryPage(
        Till till, StallHistory.Span span, LocalDate day, LocalDate today, StallHistory.Course course) {

    private static final int OPENS = 5;
    private static final int CLOSES = 19;

    /** A day of a week or month, or a month of a year; {@code to} the address that opens it. */
    public record Part(LocalDate first, String label, String to, Payments.Total total) {}

    /** The parts of the stretch until today, also those in which nothing came. */
    public List<Part> parts(Texts t) {
        return parts(t, course.to().isAfter(today) ? today : course.to());
    }

    private List<Part> parts(Texts t, LocalDate last) {
        String stall = "/market/stalls/" + till.stall();
        var parts = new ArrayList<Part>();
        if (span == StallHistory.Span.YEAR) {
            for (LocalDate month = course.from(); !month.isAfter(last); month = month.plusMonths(1)) {
                LocalDate first = month;
                parts.add(new Part(
                        first,
                        t.of("till.history.month", first.getMonthValue(), Integer.toString(first.getYear())),
                        stall + "/history?by=MONTH&on=" + first,
                        total(first, first.plusMonths(1))));
            }
            return parts;
        }
        for (LocalDate one = course.from(); !one.isAfter(last); one = one.plusDays(1)) {
            parts.add(new Part(
                    one, t.weekday(one) + " " + t.date(one), stall + "/days/" + one, total(one, one.plusDays(1))));
        }
        return parts;
    }

    private Payments.Total total(LocalDate from, LocalDate before) {
        List<Payments.OfDay> of = course.days().stream()
                .filter(one -> !one.day().isBefore(from) && one.day().isBefore(before))
                .toList();
        return new Payments.Total(
                of.stream().mapToLong(Payments.OfDay::count).sum(),
                of.stream().mapToLong(Payments.OfDay::amountVnd).sum());
    }

    /** All parts as a picture, also those to come: of a month every fifth day is written below. */
    public Columns columns(Texts t) {
        return new Columns(parts(t, course.to()).stream()
                .map(part -> new Columns.Value(
                        label(t, part.first()),
                        BigDecimal.valueOf(part.total().amountVnd()),
                        part.label() + ": " + t.number(part.total().amountVnd()) + " đ"))
                .toList());
    }

    private String label(Texts t, LocalDate first) {
        return switch (span) {
            case DAY, WEEK -> t.weekday(first);
            case MONTH -> first.getDayOfMonth() % 5 == 0 ? Integer.toString(first.getDayOfMonth()) : "";
            case YEAR -> Integer.toString(first.getMonthValue());
        };
    }

    /** The hours of trade, and those before and after in which something came. */
    static Columns hours(List<Payments.OfHour> came) {
        var by = came.stream().collect(Collectors.toMap(Payments.OfHour::hour, Payments.OfHour::amountVnd));
        int first = Math.min(OPENS, came.isEmpty() ? OPENS : came.getFirst().hour());
        int last = Math.max(CLOSES, came.isEmpty() ? CLOSES : came.getLast().hour());
        return new Columns(IntStream.rangeClosed(first, last)
                .mapToObj(hour -> new Columns.Value(
                        hour % 3 == 0 ? hour + "h" : "", BigDecimal.valueOf(by.getOrDefault(hour, 0L))))
                .toList());
    }

    public Columns hours() {
        return hours(course.hours());
    }

    /** The address of the stretch before. */
    public String before() {
        return at(span.first(course.from().minusDays(1)));
    }

    /** The address of the stretch after, or null when it has not begun. */
    public @Nullable String after() {
        LocalDate next = span.next(course.from());
        return next.isAfter(today) ? null : at(next);
    }

    private String at(LocalDate on) {
        return "/market/stalls/" + till.stall() + "/history?by=" + span + "&on=" + on;
    }

    /** The file of the stretch until today, or null for a year, which is too long for one. */
    public @Nullable String file() {
        if (span == StallHistory.Span.YEAR) return null;
        LocalDate to = course.to().isAfter(today) ? today : course.to();
        return "/market/stalls/" + till.stall() + "/takings.csv?from=" + course.from() + "&to=" + to;
    }
}
