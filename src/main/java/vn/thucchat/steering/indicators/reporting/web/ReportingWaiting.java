package vn.thucchat.steering.indicators.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.WorkLine;
import vn.thucchat.foundation.work.WorkSource;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.reporting.Round;
import vn.thucchat.steering.indicators.reporting.Rounds;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;

/** Tells what waits of figures and is due at no time of its own: to review, and the rounds that are not complete. */
@Component
@Order(100)
record ReportingWaiting(Submissions submissions, Rounds rounds, DisplayNames wording) implements WorkSource {

    private static final int ROUNDS = 10;

    @Override
    public List<WorkLine> waiting(Texts t, Actor actor) {
        var items = new ArrayList<WorkLine>();
        if (actor.holds(SteeringRoles.REVIEWER)) reviewing(t, actor, items);
        if (actor.holds(SteeringRoles.STEERING_OFFICE)) steering(t, actor, items);
        return items;
    }

    private void reviewing(Texts t, Actor actor, List<WorkLine> items) {
        for (Submission waiting : submissions.waiting(actor, null, MOST)) {
            var submitted = waiting.submittedAt();
            items.add(WorkLine.of(
                    wording.name(t, waiting.unit(), waiting.period().to()),
                    DisplayNames.name(t, waiting.period()) + " · "
                            + (submitted == null
                                    ? t.of("work.review")
                                    : t.of("work.review.since", t.date(BusinessTime.day(submitted)))),
                    null,
                    "/submissions/" + waiting.id(),
                    t.of("work.action.review")));
        }
    }

    private void steering(Texts t, Actor actor, List<WorkLine> items) {
        List<Round> open = rounds.called(actor, ROUNDS);
        Map<UUID, List<Round.Owed>> standing = rounds.standing(open);
        for (Round round : open) {
            List<Round.Owed> units = standing.getOrDefault(round.id(), List.of());
            long missing = units.stream()
                    .filter(owed -> owed.standing().waitsForUnit())
                    .count();
            if (missing > 0)
                items.add(WorkLine.of(
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
}
