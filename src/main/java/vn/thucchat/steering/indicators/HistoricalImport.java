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
public class HistoricalImport {

    private final SubmissionBatchStore submissions;
    private final StatementStore statements;
    private final Acceptance acceptance;
    private final Publishing publishing;
    private final DocumentStore documents;
    private final ExplanationStore explanations;
    private final ReportingWork reporting;
    private final ExplanationWork explaining;
    private final InstantSource clock;

    HistoricalImport(
            SubmissionBatchStore submissions,
            StatementStore statements,
            Acceptance acceptance,
            Publishing publishing,
            DocumentStore documents,
            ExplanationStore explanations,
            ReportingWork reporting,
            ExplanationWork explaining,
            InstantSource clock) {
        this.submissions = submissions;
        this.statements = statements;
        this.acceptance = acceptance;
        this.publishing = publishing;
        this.documents = documents;
        this.explanations = explanations;
        this.reporting = reporting;
        this.explaining = explaining;
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

    /** Keeps a document that submissions name, or finds the one that says the same. */
    public Document keep(Document document) {
        return documents.keep(document);
    }

    /**
     * Stores, accepts, and publishes the figures of the submissions' units for their periods; all or nothing.
     *
     * @param publishedAt when whoever stated them made them public
     */
    @Transactional
    public void take(Actor actor, List<Submission> accepted, List<Statement> lines, Instant publishedAt) {
        Instant now = clock.instant();
        record(
                actor,
                accepted.stream().map(paper -> accepted(paper, actor, now)).toList(),
                lines,
                now);
        accepted.stream()
                .collect(Collectors.groupingBy(
                        Submission::period,
                        Collectors.mapping(Submission::unit, Collectors.toCollection(java.util.TreeSet::new))))
                .forEach((period, units) -> publishing.publish(actor, units, period, publishedAt));
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
        reporting.changed(papers.stream()
                .map(paper -> new ReportingWork.Act(paper, author(paper), handedIn(paper, at)))
                .toList());
    }

    /** Nobody waits any more for reports of a period that never came. */
    @Transactional
    public void giveUp(Period period, boolean synthetic, Instant at) {
        reporting.givenUp(period, synthetic, at);
    }

    /** Publishes what changed of a unit and everything below it, as of an instant in the past; how many figures. */
    @Transactional
    public int publish(Actor reviewer, UnitCode above, Period period, Instant at) {
        return publishing.publish(reviewer, publishing.composing(above, period), period, at);
    }

    /** Questions about figures as they stood, with the answers that were given. */
    @Transactional
    public void explain(List<Explanation> asked) {
        for (Explanation question : asked) {
            explanations.ask(question);
            explaining.asked(question);
            if (question.answeredAt() == null || question.answeredByName() == null) continue;
            var answerer = new Actor(new UUID(0, 0), "", question.answeredByName(), question.synthetic(), List.of());
            explanations.answer(question.id(), 1, question.answer(), question.files(), answerer, question.answeredAt());
            explaining.answered(question, answerer, question.answeredAt());
            if (question.state() == Explanation.State.CLOSED) {
                explanations.close(question.id(), 2, question.answeredAt());
                explaining.closed(question, asker(question), question.answeredAt());
            }
        }
    }

    private static Instant handedIn(Submission paper, Instant otherwise) {
        return paper.submittedAt() == null ? otherwise : paper.submittedAt();
    }

    private static Actor author(Submission paper) {
        return new Actor(paper.createdBy(), "", paper.createdByName(), paper.synthetic(), List.of());
    }

    private static Actor asker(Explanation question) {
        return new Actor(question.askedBy(), "", question.askedByName(), question.synthetic(), List.of());
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
