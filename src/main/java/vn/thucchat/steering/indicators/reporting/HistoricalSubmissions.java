package vn.thucchat.steering.indicators.reporting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;

/** Takes over what units stated elsewhere, in published reports and in the demonstration, with what was decided of it. */
@Service
public class HistoricalSubmissions {

    private final SubmissionBatchStore submissions;
    private final SubmissionStore papers;
    private final RoundStore rounds;
    private final StatementStore statements;
    private final Acceptance acceptance;
    private final ReportingWork work;
    private final InstantSource clock;

    HistoricalSubmissions(
            SubmissionBatchStore submissions,
            SubmissionStore papers,
            RoundStore rounds,
            StatementStore statements,
            Acceptance acceptance,
            ReportingWork work,
            InstantSource clock) {
        this.submissions = submissions;
        this.papers = papers;
        this.rounds = rounds;
        this.statements = statements;
        this.acceptance = acceptance;
        this.work = work;
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

    /** Stores submissions and accepts them in one go. */
    @Transactional
    public void accept(Actor actor, List<Submission> accepted, List<Statement> lines) {
        Instant now = clock.instant();
        record(
                actor,
                accepted.stream().map(paper -> accepted(paper, actor, now)).toList(),
                lines,
                now);
    }

    /**
     * Stores submissions as they stood, in whatever state. Lines of accepted ones count from now on; nothing is
     * published yet.
     *
     * @param reviewer who decided on those that are decided
     * @param at when the accepted ones were accepted
     */
    @Transactional
    public void record(Actor reviewer, List<Submission> papers, List<Statement> lines, Instant at) {
        submissions.insertAsTheyStood(papers, reviewer.account());
        statements.insert(lines);
        var accepted = papers.stream()
                .filter(paper -> paper.state() == Submission.State.ACCEPTED)
                .map(Submission::id)
                .collect(Collectors.toSet());
        acceptance.accept(
                lines.stream()
                        .filter(line -> accepted.contains(line.submission()))
                        .toList(),
                at);
        work.changed(papers.stream()
                .map(paper -> new ReportingWork.Act(paper, author(paper), handedIn(paper, at)))
                .toList());
    }

    /** Nobody waits any more for reports of a period that never came. */
    @Transactional
    public void giveUp(Period period, boolean synthetic, Instant at) {
        work.givenUp(period, synthetic, at);
    }

    /** Opens items of work for the reports that are owed and the corrections that wait; what is open stays as it is. */
    @Transactional
    public void openWork() {
        rounds.all().forEach(work::opened);
        work.changed(papers.returned().stream()
                .map(it -> new ReportingWork.Act(it, Actor.PLATFORM, Objects.requireNonNull(it.submittedAt())))
                .toList());
    }

    private static Instant handedIn(Submission paper, Instant otherwise) {
        return paper.submittedAt() == null ? otherwise : paper.submittedAt();
    }

    private static Actor author(Submission paper) {
        return new Actor(paper.createdBy(), "", paper.createdByName(), paper.synthetic(), List.of());
    }

    private static Submission accepted(Submission it, Actor by, Instant at) {
        return new Submission(
                it.id(),
                it.unit(),
                it.period(),
                Submission.State.ACCEPTED,
                it.document(),
                it.note(),
                it.synthetic(),
                at,
                by.account(),
                by.name(),
                at,
                at,
                by.name(),
                "",
                1);
    }
}
