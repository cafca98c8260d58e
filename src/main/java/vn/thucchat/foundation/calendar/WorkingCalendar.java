package vn.thucchat.foundation.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.calendar.OfficeHours.Session;
import vn.thucchat.foundation.database.BusinessTime;

/**
 * The working time of one agency: which days and hours it works, and what follows for deadlines. It never changes; another
 * decree or notice makes another calendar. Days and hours are those of Viet Nam.
 */
public final class WorkingCalendar {

    private final PublicCalendar state;
    private final NavigableMap<LocalDate, OfficeHours> hours;
    private final BitSet worked;

    /** @param hours by the day from which they hold; the earliest also hold before */
    WorkingCalendar(PublicCalendar state, NavigableMap<LocalDate, OfficeHours> hours) {
        this.state = state;
        this.hours = hours;
        this.worked = new BitSet();
        for (LocalDate day = PublicCalendar.FIRST; !day.isAfter(PublicCalendar.LAST); day = day.plusDays(1))
            if (!sessions(day).isEmpty()) worked.set((int) PublicCalendar.place(day));
    }

    /** What a day is for state offices. */
    public CalendarDay day(LocalDate day) {
        return state.day(day);
    }

    /** Whether the notice that decides some holidays of a year is not known. */
    public boolean provisional(int year) {
        return state.provisional(year);
    }

    /** The hours in which the agency works on a day, in order; none when it does not. */
    public List<Session> sessions(LocalDate day) {
        CalendarDay is = state.day(day);
        if (is.kind().worked()) return hours(day).weekdays();
        return is.kind() == CalendarDay.Kind.WEEKLY_REST && day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? hours(day).saturday()
                : List.of();
    }

    private OfficeHours hours(LocalDate day) {
        var held = hours.floorEntry(day);
        return held == null ? hours.firstEntry().getValue() : held.getValue();
    }

    public boolean works(LocalDate day) {
        long place = PublicCalendar.place(day);
        boolean unknown = place < 0 || day.isAfter(PublicCalendar.LAST);
        return unknown ? !sessions(day).isEmpty() : worked.get((int) place);
    }

    /** The number of working days from one day to another, both included; 0 when the second is before the first. */
    public int workingDays(LocalDate from, LocalDate to) {
        int days = 0;
        LocalDate first = from;
        if (!from.isBefore(PublicCalendar.FIRST) && !to.isAfter(PublicCalendar.LAST) && !to.isBefore(from))
            return worked.get((int) PublicCalendar.place(from), (int) PublicCalendar.place(to) + 1)
                    .cardinality();
        for (LocalDate day = first; !day.isAfter(to); day = day.plusDays(1)) if (works(day)) days++;
        return days;
    }

    /** The day that is so many working days after another, which is itself left out. */
    public LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (works(reached)) left--;
        }
        return reached;
    }

    /**
     * When what was received must be done. Of a term of days the day of receipt is left out, and the office's closing on
     * the last one is due; a term of 0 days ends the same day, or on the next working day when it was received after the
     * latest hour. Of a term of hours only office hours count, from the receipt on.
     */
    public DueTime due(Instant received, Term term) {
        return new DueCount(this, state.counting()).due(received, term);
    }

    /** By when a dossier is to be with the agency that decides: the same day, after the latest hour the next morning. */
    public DueTime handOver(Instant received) {
        return new DueCount(this, state.counting()).handOver(received);
    }

    /** The working time between two instants; nothing when the second is before the first. */
    public Duration elapsed(Instant from, Instant to) {
        var first = LocalDateTime.ofInstant(from, BusinessTime.VIETNAM);
        var last = LocalDateTime.ofInstant(to, BusinessTime.VIETNAM);
        Duration sum = Duration.ZERO;
        for (LocalDate day = first.toLocalDate(); !day.isAfter(last.toLocalDate()); day = day.plusDays(1))
            for (Session session : sessions(day)) {
                LocalDateTime begins = later(day.atTime(session.from()), first);
                LocalDateTime ends = earlier(day.atTime(session.to()), last);
                if (begins.isBefore(ends)) sum = sum.plus(Duration.between(begins, ends));
            }
        return sum;
    }

    /** The first instant at which so much working time has passed; the instant itself when there is none to pass. */
    public Instant plus(Instant from, Duration working) {
        if (working.isZero()) return from;
        var first = LocalDateTime.ofInstant(from, BusinessTime.VIETNAM);
        Duration left = working;
        for (LocalDate day = first.toLocalDate(); ; day = day.plusDays(1))
            for (Session session : sessions(day)) {
                LocalDateTime begins = later(day.atTime(session.from()), first);
                LocalDateTime ends = day.atTime(session.to());
                if (!begins.isBefore(ends)) continue;
                Duration there = Duration.between(begins, ends);
                if (left.compareTo(there) <= 0) return at(begins.plus(left));
                left = left.minus(there);
            }
    }

    /** When the office closes on a day that it works. */
    public Instant closing(LocalDate day) {
        return at(day.atTime(sessions(day).getLast().to()));
    }

    /** When the office opens on a day that it works. */
    public Instant opening(LocalDate day) {
        return at(day.atTime(sessions(day).getFirst().from()));
    }

    @Nullable
    SourceDocument restGround(LocalDate day) {
        SourceDocument own = state.day(day).document();
        return own != null ? own : state.counting().ground(CountingRules.Name.WEEKLY_REST, day);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(BusinessTime.VIETNAM).toInstant();
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
