package vn.thucchat.steering.indicators.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Calls for figures, and who still owes them. */
@Service
public class Rounds {

    private final RoundStore store;
    private final ReportingWork work;
    private final RoundReminders reminders;
    private final ReminderStore reminded;
    private final Access access;
    private final AccessLog log;

    Rounds(
            RoundStore store,
            ReportingWork work,
            RoundReminders reminders,
            ReminderStore reminded,
            Access access,
            AccessLog log) {
        this.store = store;
        this.work = work;
        this.reminders = reminders;
        this.reminded = reminded;
        this.access = access;
        this.log = log;
    }

    /** One line of a work list: what a unit owes, of which round. */
    public record Due(Round round, Round.Owed owed) {}

    /**
     * A message that somebody was sent because units owe figures.
     *
     * @param units codes of those that the person reports for
     */
    public record Reminder(UUID recipient, String recipientName, List<String> units, Instant sentAt, String byName) {}

    /**
     * What became of reminding.
     *
     * @param told persons who were sent a message
     * @param before persons who had one of the same office's rounds on the same day already
     * @param nobody units for which nobody reports, up to the unit that calls
     */
    public record Reminded(int told, int before, int nobody) {}

    /** The round, where it concerns a unit of the actor's: the one that calls, one above or one below it. */
    public Optional<Round> find(Actor actor, UUID id) {
        return store.find(id)
                .filter(round -> (round.synthetic() || !actor.synthetic())
                        && concerns(actor, round.above().value()));
    }

    /** All that call for figures of a period, of whatever office, the latest due first. */
    public List<Round> of(Period period, boolean synthetic) {
        return store.of(period, synthetic);
    }

    /**
     * What rounds are looked for by.
     *
     * @param words of their names, in any letters and with or without marks; empty for all rounds
     * @param units those that the words name: their rounds are found too
     */
    public record Sought(String words, List<UnitCode> units) {
        static final Sought ALL = new Sought("", List.of());
    }

    /** Those that concern units of the actor's, the latest due first; a demonstration account sees no real ones. */
    public List<Round> latest(Actor actor, Sought sought, int offset, int limit) {
        List<String> callers =
                store.callers().stream().filter(above -> concerns(actor, above)).toList();
        return store.latest(callers, actor.synthetic() ? Set.of(true) : Set.of(true, false), sought, offset, limit);
    }

    /** Those that offices called for in which the actor steers, the latest due first. */
    public List<Round> called(Actor office, int limit) {
        return store.latest(
                access.units(office, SteeringRoles.STEERING_OFFICE), Set.of(office.synthetic()), Sought.ALL, 0, limit);
    }

    private boolean concerns(Actor actor, String above) {
        return actor.grants().stream()
                .filter(grant -> SteeringRoles.READERS.contains(grant.role()))
                .anyMatch(grant -> access.overlap(grant.unit(), above));
    }

    /**
     * The same form sent twice opens one round; another of the same name is stale.
     *
     * @param round indicators and unit exist, checked by whoever read the form
     */
    @Transactional
    public Result open(Actor actor, Round round) {
        if (!actor.equals(Actor.PLATFORM)
                && !access.may(
                        actor, SteeringRoles.STEERING_OFFICE, round.above().value(), round.synthetic()))
            return new Result.Refused("unit.out-of-reach");
        if (!store.insert(round, actor))
            return store.find(round.id()).isPresent() ? new Result.Done(round.id()) : new Result.Stale();
        work.opened(round);
        log.record(actor, "indicators.round-opened", "/rounds/" + round.id(), round.name());
        return new Result.Done(round.id());
    }

    /** Whether somebody may remind the units of a round: the office that called for the figures. */
    public boolean mayRemind(Actor actor, Round round) {
        return access.may(actor, SteeringRoles.STEERING_OFFICE, round.above().value(), round.synthetic());
    }

    /**
     * Reminds whoever reports for units of a round that still have to act; others of the chosen are left out.
     *
     * @return empty when the actor may not
     */
    @Transactional
    public Optional<Reminded> remind(Actor actor, Round round, Collection<UnitCode> of) {
        if (!mayRemind(actor, round)) return Optional.empty();
        List<UnitCode> owing = standing(List.of(round)).getOrDefault(round.id(), List.of()).stream()
                .filter(owed -> owed.standing().waitsForUnit() && of.contains(owed.unit()))
                .map(Round.Owed::unit)
                .toList();
        Reminded told = reminders.remind(actor, round, owing);
        log.record(actor, "indicators.round-reminded", "/rounds/" + round.id(), Integer.toString(told.told()));
        return Optional.of(told);
    }

    /** Who was reminded of a round, the latest first. */
    public List<Reminder> reminders(Round round) {
        return reminded.ofRound(round.id());
    }

    /** The codes of the indicators that rounds of a period call for, by unit; nothing of units that none concerns. */
    public Map<UnitCode, Set<String>> owed(Collection<UnitCode> of, Period period, boolean synthetic) {
        var owed = new HashMap<UnitCode, Set<String>>();
        for (Round round : store.of(period, synthetic))
            for (Unit unit : units(round))
                if (of.contains(unit.code()))
                    owed.computeIfAbsent(unit.code(), _ -> new TreeSet<>()).addAll(round.indicators());
        return owed;
    }

    /** The units that owe figures of a round, by code. */
    public List<Unit> units(Round round) {
        return work.units(round);
    }

    /** A place in the list of what is missing. */
    public record Place(LocalDate due, UnitCode unit, UUID round) {}

    /**
     * What the units that this officer reports for still have to hand in, the most overdue first. What waits for a
     * reviewer is not among it. Of all rounds there ever were, only those are read for which a report is open or was
     * returned.
     *
     * @param after the place of the last line already seen, or null
     */
    public List<Due> missing(Actor reporter, @Nullable Place after, int limit) {
        var mine = access.units(reporter, SteeringRoles.REPORTER);
        List<String> callers = store.callers().stream()
                .filter(above -> reporter.grants().stream().anyMatch(grant -> access.overlap(grant.unit(), above)))
                .toList();
        var owing = new HashMap<Owing, List<Unit>>();
        var missing = new ArrayList<Due>();
        var unsettled = new RoundStore.Unsettled(callers, reporter.synthetic(), work.waiting(mine), mine);
        List<Round> part = store.dueFrom(after == null ? LocalDate.EPOCH : after.due(), unsettled);
        while (!part.isEmpty() && missing.size() < limit) {
            missing.addAll(missing(part, mine, owing, after, limit - missing.size()));
            part = store.dueFrom(part.getLast().due().plusDays(1), unsettled);
        }
        return missing;
    }

    /** @param owing the units that owe figures, as far as they are known */
    private List<Due> missing(
            List<Round> of, Set<String> mine, Map<Owing, List<Unit>> owing, @Nullable Place after, int limit) {
        Map<UUID, Round> rounds = new HashMap<>();
        var askedRounds = new ArrayList<UUID>();
        var askedUnits = new ArrayList<UnitCode>();
        for (Round round : of) {
            rounds.put(round.id(), round);
            for (Unit unit : owing.computeIfAbsent(Owing.of(round), _ -> units(round)))
                if (mine.contains(unit.code().value())) {
                    askedRounds.add(round.id());
                    askedUnits.add(unit.code());
                }
        }
        if (askedRounds.isEmpty()) return List.of();
        return store.missing(askedRounds, askedUnits, after, limit).stream()
                .map(owed -> new Due(java.util.Objects.requireNonNull(rounds.get(owed.round())), owed))
                .toList();
    }

    private record Owing(UnitCode above, UnitKind.Level level, LocalDate day) {
        static Owing of(Round round) {
            return new Owing(round.above(), round.level(), round.period().to());
        }
    }

    /** How every unit of each round stands: the furthest behind first, then by code. */
    public Map<UUID, List<Round.Owed>> standing(Collection<Round> rounds) {
        var askedRounds = new ArrayList<UUID>();
        var askedUnits = new ArrayList<UnitCode>();
        for (Round round : rounds)
            for (Unit unit : units(round)) {
                askedRounds.add(round.id());
                askedUnits.add(unit.code());
            }
        if (askedRounds.isEmpty()) return Map.of();
        return store.owed(askedRounds, askedUnits).stream()
                .sorted(Comparator.comparing(Round.Owed::standing).thenComparing(Round.Owed::unit))
                .collect(Collectors.groupingBy(Round.Owed::round));
    }
}
