package vn.thucchat.foundation.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days of state offices: holidays of the law, what notices state, and the compensatory days that follow from both. It
 * is a function of the laws and of the statements known.
 */
final class PublicCalendar {

    /** The first and last day that the calendar knows more of than the day of the week. */
    static final LocalDate FIRST = LocalDate.of(2001, 1, 1);

    static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private static final Comparator<StatedDay> LATEST =
            Comparator.comparing(StatedDay::shipped).reversed().thenComparing(StatedDay::knownAt);

    private final CountingRules counting;
    private final Map<LocalDate, CalendarDay> special = new TreeMap<>();
    private final Set<Integer> provisionalYears = new HashSet<>();

    /** @param stated all statements that are known, of equal time the later one last */
    PublicCalendar(Collection<HolidayRule> laws, CountingRules counting, Collection<StatedDay> stated) {
        this.counting = counting;
        Map<LocalDate, StatedDay> holding = holding(stated);
        var decided = new HashSet<Map.Entry<Integer, String>>();
        for (StatedDay one : holding.values())
            if (one.kind() == StatedDay.Kind.HOLIDAY)
                decided.add(Map.entry(one.day().getYear(), one.holiday()));
        var compensated = new HashSet<LocalDate>();
        for (int year = FIRST.getYear(); year <= LAST.getYear(); year++)
            for (HolidayRule law : laws) add(law, year, decided.contains(Map.entry(year, law.holiday())), compensated);
        for (StatedDay one : holding.values()) {
            special.put(one.day(), one.calendarDay());
            if (one.kind() == StatedDay.Kind.HOLIDAY && laws.stream().anyMatch(law -> compensates(law, one)))
                compensated.add(one.day());
            else compensated.remove(one.day());
        }
        compensate(compensated);
    }

    private static Map<LocalDate, StatedDay> holding(Collection<StatedDay> stated) {
        var latest = new HashMap<LocalDate, StatedDay>();
        for (StatedDay one : stated)
            latest.merge(one.day(), one, (before, now) -> LATEST.compare(before, now) <= 0 ? now : before);
        latest.values().removeIf(one -> one.kind() == StatedDay.Kind.WITHDRAWN);
        return latest;
    }

    private static boolean compensates(HolidayRule law, StatedDay one) {
        return law.compensated()
                && law.holiday().equals(one.holiday())
                && law.valid().includes(one.day());
    }

    private void add(HolidayRule law, int year, boolean decided, Set<LocalDate> compensated) {
        boolean provisional = law.awaitsDecision(year) && !decided;
        if (provisional) provisionalYears.add(year);
        if (law.decidedYearly() && decided) return;
        law.in(year).forEach(day -> {
            special.putIfAbsent(
                    day,
                    new CalendarDay(day, CalendarDay.Kind.HOLIDAY, law.holiday(), "", law.document(), provisional));
            if (law.compensated()) compensated.add(day);
        });
    }

    /** Makes up for each holiday on a weekly rest day on the next day that is worked, in their order. */
    private void compensate(Set<LocalDate> compensated) {
        var owed = new ArrayDeque<CalendarDay>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            CalendarDay there = special.get(day);
            if (there == null) {
                CalendarDay due = weekend(day) ? null : owed.poll();
                if (due != null) special.put(day, compensation(day, due));
            } else if (there.kind() == CalendarDay.Kind.COMPENSATORY) owed.poll();
            else if (compensated.contains(day) && weekend(day)) owed.add(there);
        }
    }

    private CalendarDay compensation(LocalDate day, CalendarDay holiday) {
        @Nullable SourceDocument ground = counting.ground(CountingRules.Name.COMPENSATION, day);
        return new CalendarDay(
                day,
                CalendarDay.Kind.COMPENSATORY,
                holiday.holiday(),
                "",
                ground == null ? holiday.document() : ground,
                holiday.provisional());
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    CountingRules counting() {
        return counting;
    }

    CalendarDay day(LocalDate day) {
        CalendarDay there = special.get(day);
        return there == null ? CalendarDay.ordinary(day) : there;
    }

    /** The days of a year that are not as their day of the week says, in order. */
    List<CalendarDay> of(int year) {
        return special.values().stream()
                .filter(there -> there.day().getYear() == year)
                .toList();
    }

    /** Whether the notice that decides some holidays of the year is not known. */
    boolean provisional(int year) {
        return provisionalYears.contains(year);
    }

    /** The place of a day, 0 for the first; outside of the calendar a negative number or one too large. */
    static long place(LocalDate day) {
        return ChronoUnit.DAYS.between(FIRST, day);
    }
}
