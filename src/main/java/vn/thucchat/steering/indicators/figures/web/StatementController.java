package vn.thucchat.steering.indicators.figures.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.files.FileId;
import vn.thucchat.foundation.files.FileResponses;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RatioParts;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.steering.indicators.reporting.UnitStatements;
import vn.thucchat.steering.indicators.reporting.web.StatementFormat;

/** The evidence of a stated number: the line, its words, its document. Open to all once it stands behind a published figure. */
@Controller
@RequestMapping("/statements/{id}")
record StatementController(
        RequestParameters asked,
        Submissions submissions,
        UnitStatements statements,
        Figures figures,
        Files files,
        AccessLog log,
        DisplayNames wording,
        Pages pages) {

    @GetMapping
    @Allow(anyone = true)
    View statement(Actor actor, Texts t, @PathVariable UUID id) {
        Statement statement = readable(actor, id);
        Submission submission = submissions.find(statement.submission()).orElseThrow();
        Indicator it = asked.indicator(statement.indicator());
        Document document = submission.document();
        Set<UUID> published = published(statement);
        // what the platform took over of a published document was stated by whoever issued that
        boolean takenOver = submission.createdBy().equals(Actor.PLATFORM.account())
                && submission.createdByName().equals(Actor.PLATFORM.name());
        return pages.show(
                "steering/indicators/figures/statement",
                new StatementPage(
                        DisplayNames.name(t, it),
                        it.pillar().name(),
                        wording.path(
                                t,
                                statement.unit(),
                                statement.period(),
                                statement.period().to()),
                        new Link(
                                DisplayNames.figure(
                                        it.code(),
                                        statement.unit(),
                                        statement.period(),
                                        statement.period().to()),
                                DisplayNames.name(t, statement.period())),
                        StatementFormat.quantity(statement, it),
                        statement.numerator(),
                        statement.denominator(),
                        RatioParts.of(t, it).orElse(null),
                        statement.provenance(),
                        statement.synthetic(),
                        statement.quote(),
                        statement.derivation(),
                        statement.asOf(),
                        document == null ? "" : document.citation(),
                        document == null ? null : document.issuedOn(),
                        document == null || document.file() == null || withheld(actor, statement)
                                ? null
                                : "/statements/" + id + "/document",
                        withheld(actor, statement),
                        document == null || document.file() != null ? "" : statements.note(id),
                        document == null || !published.contains(id) ? null : "/documents/" + document.id(),
                        passage(document, statement.quote()),
                        lines(t, statement, published),
                        takenOver && document != null && !document.issuer().isEmpty()
                                ? new StatementPage.By(
                                        document.issuer(),
                                        document.issuedOn() == null ? "" : t.date(document.issuedOn()))
                                : by(
                                        t,
                                        submission.createdByName() + " · "
                                                + wording.name(
                                                        t,
                                                        statement.unit(),
                                                        statement.period().to()),
                                        submission.submittedAt()),
                        takenOver ? by(t, submission.createdByName(), submission.submittedAt()) : null,
                        takenOver ? null : by(t, submission.decidedByName(), submission.decidedAt()),
                        later(actor, statement)));
    }

    /** The page of the statement that took the place of another, as far as the actor reads it. */
    private @Nullable String later(Actor actor, Statement of) {
        return Optional.ofNullable(of.supersededBy())
                .flatMap(id -> statements.find(id))
                .filter(later -> reads(actor, later))
                .map(later -> "/statements/" + later.id())
                .orElse(null);
    }

    private static StatementPage.@Nullable By by(Texts t, @Nullable String name, @Nullable Instant at) {
        return name == null || name.isEmpty() ? null : new StatementPage.By(name, at == null ? "" : t.time(at));
    }

    private @Nullable Passage passage(@Nullable Document document, String quote) {
        if (document == null || document.file() == null || quote.isEmpty()) return null;
        return files.open(new FileId(document.file()))
                .flatMap(file -> Passage.in(file, quote))
                .orElse(null);
    }

    /** The statements behind what is published of the same unit and period. */
    private Set<UUID> published(Statement of) {
        return figures.published(List.of(of.unit()), of.period()).stream()
                .flatMap(figure -> Stream.ofNullable(figure.statement()))
                .collect(Collectors.toSet());
    }

    /** What else the same document states, as far as it is published. */
    private List<StatementPage.Line> lines(Texts t, Statement of, Set<UUID> published) {
        var lines = new ArrayList<StatementPage.Line>();
        for (Statement other : statements.ofSubmissions(List.of(of.submission()))) {
            if (other.id().equals(of.id()) || !published.contains(other.id())) continue;
            Indicator it = asked.indicator(other.indicator());
            Quantity value = StatementFormat.quantity(other, it);
            if (value != null)
                lines.add(new StatementPage.Line(DisplayNames.name(t, it), value.text(t), "/statements/" + other.id()));
        }
        return lines;
    }

    @GetMapping("/document")
    @Allow(anyone = true)
    ResponseEntity<?> document(Actor actor, @PathVariable UUID id) {
        Statement statement = readable(actor, id);
        if (withheld(actor, statement)) throw Problem.notFound("statement.document.invented");
        Document document =
                submissions.find(statement.submission()).orElseThrow().document();
        if (document == null || document.file() == null) throw Problem.notFound("statement.no-document");
        var file = files.open(new FileId(document.file())).orElseThrow(() -> Problem.notFound("statement.no-document"));
        log.record(actor, "indicators.document-read", "/statements/" + id, document.citation());
        return FileResponses.attachment(file);
    }

    private Statement readable(Actor actor, UUID id) {
        return statements
                .find(id)
                .filter(statement -> reads(actor, statement))
                .orElseThrow(() -> Problem.notFound("statement.none"));
    }

    /** Strangers read what stands, or stood, behind a published figure; those whose roles reach the unit read all. */
    private boolean reads(Actor actor, Statement statement) {
        return figures.seesRunning(actor, statement.unit(), statement.synthetic())
                || figures.revisions(statement.indicator(), statement.unit(), statement.period()).stream()
                        .anyMatch(figure -> statement.id().equals(figure.statement()));
    }

    /** The file of an invented statement is for those who signed in: taken away, it no longer says that it is invented. */
    private static boolean withheld(Actor actor, Statement statement) {
        return statement.synthetic() && !actor.signedIn();
    }
}
