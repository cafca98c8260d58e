package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Tells how units stand with the work that counts: what they did on time and late in the half-year, from roll-ups as the
 * indicator is, and what is open and overdue now.
 */
@Service
public class UnitStandings {

    /** The roles that see how the units stand that they reach, and open the items behind it. */
    public static final Set<String> READERS = Set.of(WorkRoles.WORK_OFFICE, Roles.LEADER, Roles.AUDITOR);

    private static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");
    private static final List<Term> TERMS = List.of(done(WorkFacts.ON_TIME), done(WorkFacts.LATE));

    /** A unit's numbers, each of which opens as a list of {@link Shown}. */
    public record Standing(UnitCode unit, long onTime, long late, long open, long overdue) {

        public long count(Shown shown) {
            return switch (shown) {
                case OVERDUE -> overdue;
                case OPEN -> open;
                case ON_TIME -> onTime;
                case LATE -> late;
            };
        }

        Standing plus(long moreOnTime, long moreLate, long moreOpen, long moreOverdue) {
            return new Standing(unit, onTime + moreOnTime, late + moreLate, open + moreOpen, overdue + moreOverdue);
        }
    }

    /** The sums of some units' numbers. */
    public record Totals(long onTime, long late, long open, long overdue) {
        public static Totals of(List<Standing> standings) {
            return new Totals(
                    standings.stream().mapToLong(Standing::onTime).sum(),
                    standings.stream().mapToLong(Standing::late).sum(),
                    standings.stream().mapToLong(Standing::open).sum(),
                    standings.stream().mapToLong(Standing::overdue).sum());
        }
    }

    /** Which of a unit's items. */
    public enum Shown {
        OVERDUE,
        OPEN,
        ON_TIME,
        LATE
    }

    /** The half-year that is counted, both days included. */
    public record HalfYear(LocalDate from, LocalDate to) {
        static HalfYear of(LocalDate day) {
            boolean first = day.getMonthValue() <= 6;
            return new HalfYear(
                    LocalDate.of(day.getYear(), first ? 1 : 7, 1),
                    LocalDate.of(day.getYear(), first ? 6 : 12, first ? 30 : 31));
        }
    }

    private final UnitStandingStore store;
    private final WorkKinds kinds;
    private final Sums sums;
    private final Access access;
    private final InstantSource clock;

    UnitStandings(UnitStandingStore store, WorkKinds kinds, Sums sums, Access access, InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.sums = sums;
        this.access = access;
        this.clock = clock;
    }

    private static Term done(String timing) {
        return new Term(WorkFacts.DONE, Map.of("timing", timing), Measure.COUNT);
    }

    public HalfYear halfYear() {
        return HalfYear.of(BusinessTime.day(clock.instant()));
    }

    /** The units that the actor watches over and that had any work, those with the most overdue first. */
    public List<Standing> of(Actor actor) {
        Set<String> reach = access.units(actor, READERS);
        var standings = new HashMap<UnitCode, Standing>();
        for (UnitStandingStore.Open open : store.open(reach, kinds.counted(), actor.synthetic(), clock.instant()))
            standings.merge(
                    open.unit(), new Standing(open.unit(), 0, 0, open.total(), open.overdue()), UnitStandings::sum);
        HalfYear half = halfYear();
        List<UnitCode> units =
                reach.stream().flatMap(unit -> UnitCode.read(unit).stream()).toList();
        for (Sums.Sum sum : sums.of(TERMS, units, half.from(), half.to()))
            if (sum.synthetic() == actor.synthetic())
                standings.merge(
                        sum.unit(),
                        new Standing(
                                sum.unit(), sum.term() == 0 ? sum.value() : 0, sum.term() == 1 ? sum.value() : 0, 0, 0),
                        UnitStandings::sum);
        return standings.values().stream()
                .sorted(Comparator.comparingLong(Standing::overdue)
                        .thenComparingLong(Standing::late)
                        .reversed()
                        .thenComparing(Standing::unit))
                .toList();
    }

    /**
     * What is late in the units that the actor watches over, or will be by an instant when nothing more is done: those
     * with the most first.
     */
    public List<Standing> lateBy(Actor actor, Instant until) {
        Set<String> reach = access.units(actor, READERS);
        Map<UnitCode, Long> now = store.open(reach, kinds.counted(), actor.synthetic(), clock.instant()).stream()
                .collect(Collectors.toMap(UnitStandingStore.Open::unit, UnitStandingStore.Open::overdue));
        return store.open(reach, kinds.counted(), actor.synthetic(), until).stream()
                .filter(open -> open.overdue() > 0)
                .map(open ->
                        new Standing(open.unit(), 0, open.overdue(), open.total(), now.getOrDefault(open.unit(), 0L)))
                .sorted(Comparator.comparingLong(Standing::late).reversed().thenComparing(Standing::unit))
                .toList();
    }

    private static Standing sum(Standing one, Standing other) {
        return one.plus(other.onTime(), other.late(), other.open(), other.overdue());
    }

    /** Whether the actor watches over a unit. */
    public boolean mayRead(Actor actor, UnitCode unit) {
        return access.may(actor, READERS, unit.value());
    }

    /** The items of a unit behind one of its numbers, by due time. */
    public Slice<WorkItem> items(Actor actor, UnitCode unit, Shown shown, Cursor after) {
        if (!mayRead(actor, unit)) return new Slice<>(List.of(), null);
        WorkList.Place from = WorkList.Place.at(after);
        int limit = WorkList.PAGE + 1;
        List<WorkItem> found = switch (shown) {
            case OVERDUE -> store.waiting(unit, kinds.counted(), actor.synthetic(), clock.instant(), from, limit);
            case OPEN -> store.waiting(unit, kinds.counted(), actor.synthetic(), NEVER, from, limit);
            case ON_TIME -> done(actor, unit, false, from, limit);
            case LATE -> done(actor, unit, true, from, limit);
        };
        return Slice.of(found, WorkList.PAGE, WorkList.Place::cursor);
    }

    private List<WorkItem> done(Actor actor, UnitCode unit, boolean late, WorkList.Place after, int limit) {
        HalfYear half = halfYear();
        return store.done(
                unit,
                kinds.counted(),
                actor.synthetic(),
                midnight(half.from()),
                midnight(half.to().plusDays(1)),
                late,
                after,
                limit);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(BusinessTime.VIETNAM).toInstant();
    }
}
