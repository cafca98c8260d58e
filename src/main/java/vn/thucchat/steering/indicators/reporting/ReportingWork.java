package vn.thucchat.steering.indicators.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.work.WorkItem.Outcome;
import vn.thucchat.foundation.work.WorkItems;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * Keeps the items of work of those who report: a report for each unit that owes figures of a round, until it is handed in,
 * and a correction of what was returned. Called in the transaction of each act on a round or a submission.
 */
@Component
record ReportingWork(RoundStore rounds, Units units, WorkItems work) {

    static final String REPORT = "indicators.report";
    static final String CORRECTION = "indicators.correction";

    /**
     * What somebody made of a submission.
     *
     * @param now as it is after the act
     * @param at when it was handed in or given up
     */
    record Act(Submission now, Actor by, Instant at) {}

    /** The units that owe figures of a round, by code. */
    List<Unit> units(Round round) {
        if (units.find(round.above(), round.period().to())
                .map(unit -> unit.kind().level() == round.level())
                .orElse(false))
            return List.of(units.find(round.above(), round.period().to()).orElseThrow());
        return units.below(round.above(), round.level(), round.period().to());
    }

    /** The rounds for which one of the units has a report to hand in; none that nobody waits for any more. */
    Set<UUID> waiting(Collection<String> of) {
        return work.openEvidence(REPORT, of);
    }

    /** A round was opened: whoever has not stated its figures owes a report. */
    void opened(Round round) {
        settle(List.of(round), (_, _) -> true, _ -> new Moment(Actor.PLATFORM, round.openedAt()), Round::due);
    }

    /**
     * Asks the units that a later gazetteer put where rounds call for figures, with as many days as the others had. Who
     * was asked once is not asked again, nor a unit that has ended; what was given up, or handed in by all, asks nobody.
     */
    void askAdded(Instant now) {
        List<Round> all = rounds.all();
        Map<UUID, Set<UnitCode>> asked =
                work.asked(REPORT, all.stream().map(Round::id).toList());
        LocalDate today = BusinessTime.day(now);
        settle(
                all.stream().filter(round -> asked.containsKey(round.id())).toList(),
                (round, unit) -> !asked.getOrDefault(round.id(), Set.of()).contains(unit)
                        && units.find(unit, today).isPresent(),
                _ -> new Moment(Actor.PLATFORM, now),
                round -> today.plusDays(
                        Math.max(ChronoUnit.DAYS.between(BusinessTime.day(round.openedAt()), round.due()), 0)));
    }

    /** Submissions are in a new state. */
    void changed(Collection<Act> acts) {
        var openings = new ArrayList<WorkItems.Opening>();
        var endings = new ArrayList<WorkItems.Ending>();
        var moments = new HashMap<UnitCode, Moment>();
        for (Act act : acts) {
            Submission it = act.now();
            moments.put(it.unit(), new Moment(act.by(), act.at()));
            switch (it.state()) {
                case RETURNED -> openings.add(correction(it, act.at()));
                case SUBMITTED, ACCEPTED -> endings.add(corrected(act, Outcome.DONE));
                case WITHDRAWN -> endings.add(corrected(act, Outcome.WITHDRAWN));
                case DRAFT -> {}
            }
        }
        work.open(openings);
        work.close(endings);
        settle(
                concerned(acts),
                (_, unit) -> moments.containsKey(unit),
                unit -> Objects.requireNonNull(moments.get(unit)),
                Round::due);
    }

    /** What is still owed of a period's rounds is asked for no longer. */
    void givenUp(Period period, boolean synthetic, Instant at) {
        for (Round round : rounds.of(period, synthetic))
            work.close(units(round).stream()
                    .map(unit -> new WorkItems.Ending(
                            REPORT, unit.code(), round.id(), Actor.PLATFORM, at, Outcome.WITHDRAWN))
                    .toList());
    }

    private static WorkItems.Opening correction(Submission it, Instant at) {
        return new WorkItems.Opening(
                CORRECTION,
                it.unit(),
                null,
                it.id(),
                List.of(it.period().code()),
                it.synthetic(),
                it.decidedAt() == null ? at : it.decidedAt(),
                null);
    }

    private static WorkItems.Ending corrected(Act act, Outcome outcome) {
        return new WorkItems.Ending(CORRECTION, act.now().unit(), act.now().id(), act.by(), act.at(), outcome);
    }

    /** The rounds that ask for the periods of these submissions. */
    private Collection<Round> concerned(Collection<Act> acts) {
        record Asked(Period period, boolean synthetic) {}
        return acts.stream()
                .map(act -> new Asked(act.now().period(), act.now().synthetic()))
                .distinct()
                .flatMap(asked -> rounds.of(asked.period(), asked.synthetic()).stream())
                .toList();
    }

    private record Moment(Actor by, Instant at) {}

    /**
     * Opens and closes the reports that units owe of rounds, by how they stand now. What was returned is a correction and
     * no missing report.
     *
     * @param asked of which units of a round
     */
    private void settle(
            Collection<Round> of,
            BiPredicate<Round, UnitCode> asked,
            Function<UnitCode, Moment> moments,
            Function<Round, LocalDate> due) {
        Map<UUID, Round> byId = of.stream().collect(Collectors.toMap(Round::id, Function.identity()));
        var openings = new ArrayList<WorkItems.Opening>();
        var endings = new ArrayList<WorkItems.Ending>();
        for (Round.Owed owed : standing(of, asked)) {
            Round round = Objects.requireNonNull(byId.get(owed.round()));
            Moment moment = moments.apply(owed.unit());
            switch (owed.standing()) {
                case MISSING, DRAFT ->
                    openings.add(new WorkItems.Opening(
                            REPORT,
                            owed.unit(),
                            null,
                            round.id(),
                            List.of(round.period().code(), round.name()),
                            round.synthetic(),
                            moment.at(),
                            due.apply(round)));
                case RETURNED, SUBMITTED, ACCEPTED ->
                    endings.add(new WorkItems.Ending(
                            REPORT, owed.unit(), round.id(), moment.by(), moment.at(), Outcome.DONE));
            }
        }
        work.open(openings);
        work.close(endings);
    }

    private List<Round.Owed> standing(Collection<Round> of, BiPredicate<Round, UnitCode> asked) {
        var askedRounds = new ArrayList<UUID>();
        var askedUnits = new ArrayList<UnitCode>();
        for (Round round : of)
            for (Unit unit : units(round))
                if (asked.test(round, unit.code())) {
                    askedRounds.add(round.id());
                    askedUnits.add(unit.code());
                }
        return askedRounds.isEmpty() ? List.of() : rounds.owed(askedRounds, askedUnits);
    }
}
