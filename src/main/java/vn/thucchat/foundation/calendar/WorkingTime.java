package vn.thucchat.foundation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/**
 * Gives the working calendar of each agency, as it is known now or was known at an instant. A unit without hours of its own
 * has those of the unit above. Calendars are held in memory; what another process states is seen within seconds.
 */
@Service
public class WorkingTime {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private record Snapshot(
            long size,
            List<StatedDay> days,
            List<StatedHours> hours,
            PublicCalendar state,
            Map<NavigableMap<LocalDate, OfficeHours>, WorkingCalendar> calendars,
            long lookedAt) {}

    private final CalendarStore store;
    private final Units units;
    private final InstantSource clock;
    private final List<HolidayRule> laws = ShippedFiles.laws();
    private final CountingRules counting = ShippedFiles.counting();
    private volatile @Nullable Snapshot snapshot;

    @SuppressWarnings("unused") // what a release brings must be there before anybody asks
    WorkingTime(CalendarStore store, ShippedCalendar shipped, Units units, InstantSource clock) {
        this.store = store;
        this.units = units;
        this.clock = clock;
    }

    /** The calendar of a unit as it is known now. */
    public WorkingCalendar of(UnitCode unit) {
        Snapshot now = current();
        return now.calendars()
                .computeIfAbsent(schedule(unit, now.hours()), schedule -> new WorkingCalendar(now.state(), schedule));
    }

    /** The calendar of state offices that have no hours of their own, as it is known now. */
    public WorkingCalendar ofState() {
        return of(UnitCode.NATION);
    }

    /** The calendar of a unit as the platform knew it at an instant: what was promised then. */
    public WorkingCalendar of(UnitCode unit, Instant knownAt) {
        Snapshot now = current();
        List<StatedDay> days = now.days().stream()
                .filter(one -> !one.knownAt().isAfter(knownAt))
                .toList();
        List<StatedHours> hours = now.hours().stream()
                .filter(one -> !one.knownAt().isAfter(knownAt))
                .toList();
        return new WorkingCalendar(new PublicCalendar(laws, counting, days), schedule(unit, hours));
    }

    /** The days of a year that are not as their day of the week says, in order. */
    public List<CalendarDay> days(int year) {
        return current().state().of(year);
    }

    /** All that was stated of the days of a year, the latest last. */
    public List<StatedDay> stated(int year) {
        return current().days().stream()
                .filter(one -> one.day().getYear() == year)
                .toList();
    }

    /** All that was stated of weekly hours, the latest last. */
    public List<StatedHours> statedHours() {
        return current().hours();
    }

    /** Looks now whether something was stated, for the process that did it. */
    void refresh() {
        look();
    }

    /** Which hours hold from which day on: those of the nearest unit that has some. */
    private NavigableMap<LocalDate, OfficeHours> schedule(UnitCode unit, List<StatedHours> stated) {
        List<UnitCode> path = units.path(unit, BusinessTime.day(clock.instant())).stream()
                .map(Unit::code)
                .toList();
        var above = new ArrayList<>(path.isEmpty() ? List.of(unit) : path);
        if (!above.contains(UnitCode.NATION)) above.addFirst(UnitCode.NATION);
        Map<UnitCode, TreeMap<LocalDate, StatedHours>> byUnit = stated.stream()
                .filter(one -> above.contains(one.unit()))
                .collect(Collectors.groupingBy(
                        StatedHours::unit,
                        Collectors.toMap(StatedHours::from, one -> one, WorkingTime::later, TreeMap::new)));
        var schedule = new TreeMap<LocalDate, OfficeHours>();
        byUnit.values().stream()
                .flatMap(own -> own.keySet().stream())
                .distinct()
                .forEach(from -> {
                    for (UnitCode nearest : above.reversed()) {
                        var held = byUnit.getOrDefault(nearest, new TreeMap<>()).floorEntry(from);
                        @Nullable
                        OfficeHours hours =
                                held == null ? null : held.getValue().hours();
                        if (hours != null) {
                            schedule.put(from, hours);
                            return;
                        }
                    }
                });
        return schedule;
    }

    private static StatedHours later(StatedHours before, StatedHours now) {
        return now.shipped() && !before.shipped() ? before : now;
    }

    private Snapshot current() {
        Snapshot seen = snapshot;
        return seen != null && System.nanoTime() - seen.lookedAt() < LOOK_AGAIN.toNanos() ? seen : look();
    }

    private synchronized Snapshot look() {
        Snapshot seen = snapshot;
        long size = store.size();
        Snapshot fresh;
        if (seen != null && seen.size() == size)
            fresh = new Snapshot(size, seen.days(), seen.hours(), seen.state(), seen.calendars(), System.nanoTime());
        else {
            List<StatedDay> days = store.days();
            List<StatedHours> hours = store.hours();
            fresh = new Snapshot(
                    size,
                    days,
                    hours,
                    new PublicCalendar(laws, counting, days),
                    new ConcurrentHashMap<>(),
                    System.nanoTime());
        }
        snapshot = fresh;
        return fresh;
    }
}
