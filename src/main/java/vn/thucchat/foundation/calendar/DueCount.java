package vn.thucchat.foundation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.calendar.DueTime.Kind;
import vn.thucchat.foundation.calendar.DueTime.Step;
import vn.thucchat.foundation.database.BusinessTime;

/** One count from a receipt to its due time, which notes each step. Used once. */
final class DueCount {

    private final WorkingCalendar calendar;
    private final CountingRules rules;
    private final List<Step> steps = new ArrayList<>();

    DueCount(WorkingCalendar calendar, CountingRules rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    DueTime due(Instant received, Term term) {
        return switch (term) {
            case Term.Days(int days) when days == 0 -> closing(settledAtOnce(received), true);
            case Term.Days(int days) -> closing(days(received, days), false);
            case Term.Hours(int hours) -> hours(received, Duration.ofHours(hours));
        };
    }

    DueTime handOver(Instant received) {
        LocalDate day = settledAtOnce(received);
        boolean sameDay = day.equals(BusinessTime.day(received));
        add(Kind.COUNTED, day, 0, null);
        return done(sameDay ? calendar.closing(day) : calendar.opening(day));
    }

    /** The day of receipt where it is worked and early enough, else the next working day. */
    private LocalDate settledAtOnce(Instant received) {
        var local = LocalDateTime.ofInstant(received, BusinessTime.VIETNAM);
        LocalDate day = local.toLocalDate();
        boolean late = local.toLocalTime().isAfter(rules.latestHour(day));
        if (calendar.works(day) && !late && !received.isAfter(calendar.closing(day))) return day;
        if (calendar.works(day)) add(Kind.AFTER_LATEST_HOUR, day, 0, rules.ground(CountingRules.Name.LATEST_HOUR, day));
        else notWorked(day);
        for (day = day.plusDays(1); !calendar.works(day); day = day.plusDays(1)) notWorked(day);
        return day;
    }

    private LocalDate days(Instant received, int days) {
        LocalDate day = BusinessTime.day(received);
        add(Kind.DAY_OF_RECEIPT, day, 0, rules.ground(CountingRules.Name.DAY_OF_RECEIPT, day));
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (!calendar.works(day)) notWorked(day);
            else {
                left--;
                add(Kind.COUNTED, day, 1, calendar.day(day).document());
            }
        }
        return day;
    }

    private DueTime closing(LocalDate day, boolean uncounted) {
        if (uncounted) add(Kind.COUNTED, day, 0, null);
        return done(calendar.closing(day));
    }

    private DueTime hours(Instant received, Duration term) {
        Instant due = calendar.plus(received, term);
        LocalDate last = BusinessTime.day(due);
        for (LocalDate day = BusinessTime.day(received); !day.isAfter(last); day = day.plusDays(1)) {
            Instant begins = day.atStartOfDay(BusinessTime.VIETNAM).toInstant();
            Instant ends = day.plusDays(1).atStartOfDay(BusinessTime.VIETNAM).toInstant();
            Duration there =
                    calendar.elapsed(received.isAfter(begins) ? received : begins, due.isBefore(ends) ? due : ends);
            if (calendar.works(day))
                add(Kind.COUNTED, day, there.toMinutes(), calendar.day(day).document());
            else notWorked(day);
        }
        return done(due);
    }

    private void notWorked(LocalDate day) {
        add(Kind.NOT_WORKED, day, 0, calendar.restGround(day));
    }

    /** Days in a row for the same reason are one step. */
    private void add(Kind kind, LocalDate day, long counted, @Nullable SourceDocument ground) {
        CalendarDay is = calendar.day(day);
        Step last = steps.isEmpty() ? null : steps.getLast();
        long total = (last == null ? 0 : last.total()) + counted;
        if (last != null && last.kind() == kind && sameReason(last.day(), is)) {
            steps.removeLast();
            steps.add(new Step(kind, last.from(), day, last.counted() + counted, total, last.day(), last.ground()));
        } else steps.add(new Step(kind, day, day, counted, total, is, ground));
    }

    private static boolean sameReason(CalendarDay one, CalendarDay other) {
        return one.kind() == other.kind()
                && one.holiday().equals(other.holiday())
                && one.name().equals(other.name());
    }

    private DueTime done(Instant at) {
        boolean provisional = false;
        for (int year = steps.getFirst().from().getYear();
                year <= BusinessTime.day(at).getYear();
                year++) provisional |= calendar.provisional(year);
        return new DueTime(at, List.copyOf(steps), provisional);
    }
}
