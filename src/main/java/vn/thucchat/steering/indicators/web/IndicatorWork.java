package vn.thucchat.steering.indicators.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkSource;
import vn.thucchat.steering.indicators.Explanation;
import vn.thucchat.steering.indicators.Explanations;
import vn.thucchat.steering.indicators.Indicators;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.Round;
import vn.thucchat.steering.indicators.Rounds;
import vn.thucchat.steering.indicators.SteeringRoles;
import vn.thucchat.steering.indicators.Submission;
import vn.thucchat.steering.indicators.Submissions;

/** Tells what waits of figures: to report, to review, to explain, to read. */
@Component
@Order(100)
class IndicatorWork implements WorkSource {

    private static final int ROUNDS = 10;

    private final Submissions submissions;
    private final Rounds rounds;
    private final Explanations explanations;
    private final Indicators indicators;
    private final Access access;
    private final DisplayNames wording;

    IndicatorWork(
            Submissions submissions,
            Rounds rounds,
            Explanations explanations,
            Indicators indicators,
            Access access,
            DisplayNames wording) {
        this.submissions = submissions;
        this.rounds = rounds;
        this.explanations = explanations;
        this.indicators = indicators;
        this.access = access;
        this.wording = wording;
    }

    @Override
    public List<WorkItem> waiting(Texts t, Actor actor) {
        var items = new ArrayList<WorkItem>();
        if (actor.holds(SteeringRoles.REPORTER)) reporting(t, actor, items);
        if (actor.holds(SteeringRoles.REVIEWER)) reviewing(t, actor, items);
        if (actor.holds(Roles.LEADER)) leading(t, actor, items);
        if (actor.holds(SteeringRoles.STEERING_OFFICE)) steering(t, actor, items);
        return items;
    }

    private void reporting(Texts t, Actor actor, List<WorkItem> items) {
        var told = new HashSet<List<Object>>();
        for (Rounds.Due missing : rounds.missing(actor, null, MOST)) {
            Round round = missing.round();
            Round.Owed owed = missing.owed();
            // what a reviewer has is out of the reporter's hands
            if (!owed.standing().waitsForUnit()) continue;
            told.add(List.of(owed.unit(), round.period()));
            items.add(new WorkItem(
                    t.of("work.report." + owed.standing().name(), round.name()),
                    about(t, owed.unit(), round.period()),
                    round.due(),
                    "/reporting",
                    t.of(owed.standing() == Round.Standing.RETURNED ? "work.action.correct" : "work.action.report"),
                    Map.of("unit", owed.unit().value(), "period", round.period().code())));
        }
        var mine = access.units(actor, SteeringRoles.REPORTER);
        for (Submission returned : submissions.mine(actor, null, MOST))
            if (returned.state() == Submission.State.RETURNED
                    && mine.contains(returned.unit().value())
                    && told.add(List.of(returned.unit(), returned.period())))
                items.add(WorkItem.of(
                        t.of("work.returned"),
                        about(t, returned.unit(), returned.period()),
                        null,
                        "/submissions/" + returned.id(),
                        t.of("work.action.correct")));
        for (Explanation asked : explanations.waiting(actor, MOST))
            items.add(WorkItem.of(
                    t.of("work.explain", indicator(t, asked)),
                    about(t, asked.unit(), asked.period()),
                    asked.due(),
                    "/explanations/" + asked.id(),
                    t.of("work.action.answer")));
    }

    private void reviewing(Texts t, Actor actor, List<WorkItem> items) {
        for (Submission waiting : submissions.waiting(actor, null, MOST)) {
            var submitted = waiting.submittedAt();
            items.add(WorkItem.of(
                    submitted == null
                            ? t.of("work.review")
                            : t.of("work.review.since", t.date(BusinessTime.day(submitted))),
                    about(t, waiting.unit(), waiting.period()),
                    null,
                    "/submissions/" + waiting.id(),
                    t.of("work.action.review")));
        }
    }

    private void leading(Texts t, Actor actor, List<WorkItem> items) {
        for (Explanation answered : explanations.answered(actor, MOST))
            items.add(WorkItem.of(
                    t.of("work.answered", indicator(t, answered)),
                    about(t, answered.unit(), answered.period()),
                    null,
                    "/explanations/" + answered.id(),
                    t.of("work.action.read")));
    }

    private void steering(Texts t, Actor actor, List<WorkItem> items) {
        var mine = access.units(actor, SteeringRoles.STEERING_OFFICE);
        List<Round> open = rounds.latest().stream()
                .filter(round -> round.synthetic() == actor.synthetic()
                        && mine.contains(round.above().value()))
                .limit(ROUNDS)
                .toList();
        Map<UUID, List<Round.Owed>> standing = rounds.standing(open);
        for (Round round : open) {
            List<Round.Owed> units = standing.getOrDefault(round.id(), List.of());
            long missing = units.stream()
                    .filter(owed -> owed.standing().waitsForUnit())
                    .count();
            if (missing > 0)
                items.add(WorkItem.of(
                        t.of("work.round", round.name(), t.number(missing), t.number(units.size())),
                        about(t, round.above(), round.period()),
                        round.due(),
                        "/rounds/" + round.id(),
                        t.of("work.action.round")));
        }
    }

    private String about(Texts t, UnitCode unit, Period period) {
        return wording.name(t, unit, period.to()) + " · " + DisplayNames.name(t, period);
    }

    private String indicator(Texts t, Explanation of) {
        return indicators
                .find(of.indicator())
                .map(it -> DisplayNames.name(t, it))
                .orElse(of.indicator());
    }
}
