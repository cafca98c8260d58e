package vn.thucchat.steering.indicators;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Takes over statements that were accepted elsewhere, of published reports and of the demonstration: accepted and
 * published in one go.
 */
@Service
public class TakenOver {

    private final SubmissionStore submissions;
    private final StatementStore statements;
    private final Acceptance acceptance;
    private final Figures figures;
    private final InstantSource clock;

    TakenOver(
            SubmissionStore submissions,
            StatementStore statements,
            Acceptance acceptance,
            Figures figures,
            InstantSource clock) {
        this.submissions = submissions;
        this.statements = statements;
        this.acceptance = acceptance;
        this.figures = figures;
        this.clock = clock;
    }

    /** A submission that comes accepted; its document is kept already. */
    public static Submission submission(UUID id, UnitCode unit, Period period, Document document, boolean synthetic) {
        return new Submission(
                id,
                unit,
                period,
                Submission.State.ACCEPTED,
                document,
                "",
                synthetic,
                Instant.EPOCH,
                new UUID(0, 0),
                "",
                null,
                null,
                null,
                "",
                1);
    }

    /** Stores, accepts, and publishes the figures of the submissions' units for their periods; all or nothing. */
    @Transactional
    public void take(Actor actor, List<Submission> accepted, List<Statement> lines) {
        submissions.insertAccepted(accepted, actor, clock.instant());
        statements.insert(lines);
        acceptance.accept(lines);
        accepted.stream()
                .collect(Collectors.groupingBy(
                        Submission::period,
                        Collectors.mapping(Submission::unit, Collectors.toCollection(java.util.TreeSet::new))))
                .forEach((period, units) -> figures.publish(actor, units, period));
    }
}
