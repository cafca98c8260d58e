package vn.thucchat.steering.indicators.reporting.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.files.FileId;
import vn.thucchat.foundation.files.FileResponses;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DocumentForm;
import vn.thucchat.steering.indicators.reporting.StatedLine;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.steering.indicators.reporting.UnitStatements;
import vn.thucchat.steering.indicators.reporting.web.SubmissionView.Attempt;

/** A submission: to read, to write and to hand in. */
@Controller
@RequestMapping("/submissions/{id}")
record SubmissionController(
        Submissions submissions,
        UnitStatements statements,
        SubmissionView view,
        Attachments attachments,
        Files files,
        AccessLog log,
        Pages pages,
        InstantSource clock) {

    @GetMapping
    @Allow(signedIn = true)
    View show(Actor actor, Texts t, @PathVariable UUID id) {
        return show(actor, t, readable(actor, id), Attempt.NOTHING, HttpStatus.OK);
    }

    @GetMapping("/document")
    @Allow(signedIn = true)
    ResponseEntity<?> document(Actor actor, @PathVariable UUID id) {
        Document document = readable(actor, id).document();
        if (document == null || document.file() == null) throw Problem.notFound("statement.no-document");
        var file = files.open(new FileId(document.file())).orElseThrow(() -> Problem.notFound("statement.no-document"));
        log.record(actor, "indicators.document-read", path(id), document.citation());
        return FileResponses.attachment(file);
    }

    /** Saves the whole form, and hands it in when {@code act} says so. */
    @PostMapping
    @Allow(SteeringRoles.REPORTER)
    View write(
            Actor actor,
            Texts t,
            Flash flash,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "save") String act,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Form<SubmissionForm> form,
            Form<DocumentForm> document) {
        Submission of = writable(actor, id);
        boolean submit = act.equals("submit");
        List<Indicator> owed = submissions.reportedBy(of.unit(), of.period());
        form = attachments.attach(actor, form, file, of.document());
        boolean named = DocumentForm.named(form);
        if (named) form = form.and(document);
        var errors = new ArrayList<FieldError>();
        List<StatedLine> lines = SubmissionForm.lines(form, owed, errors);
        if (submit && !named) errors.add(new FieldError("title", "submission.document-missing"));
        // a document that nobody can open, and nothing says why
        if (submit
                && named
                && form.text("keptFile").isEmpty()
                && form.text("note").isEmpty()) errors.add(new FieldError("file", "submission.file-missing"));
        if (submit && !SubmissionForm.numbers(form, owed)) errors.add(new FieldError("", "submission.lines-missing"));
        form = form.with(errors);
        // what the numbers themselves have wrong is told in the same breath
        if (form.wrong()) return refused(actor, t, of, form.with(errors(submissions.faults(of, lines))));
        Document paper = named
                ? document.value()
                        .document(
                                Ids.next(clock), Ids.read(form.text("keptFile")).orElse(null))
                : null;
        return switch (submissions.write(actor, id, version, paper, form.value().note(), lines)) {
            case Result.Done _ ->
                // what was written just now, and nothing that somebody wrote since
                submit ? submit(actor, t, flash, id, version + 1, form) : flash.then("submission.saved", path(id));
            case Result.Invalid(var wrong) -> refused(actor, t, of, form.with(wrong));
            case Result.Stale() -> stale(actor, t, flash, id, submit, paper, form);
            case Result.NotFound _, Result.Refused _ -> throw new AccessDeniedException("unit");
        };
    }

    private static List<FieldError> errors(List<StatedLine.Fault> faults) {
        return faults.stream().map(StatedLine.Fault::error).toList();
    }

    @PostMapping("/take-back")
    @Allow(SteeringRoles.REPORTER)
    View takeBack(Actor actor, Texts t, Flash flash, @PathVariable UUID id, @RequestParam int version) {
        writable(actor, id);
        return acted(
                actor, t, flash, id, submissions.takeBack(actor, id, version), "submission.taken-back", Attempt.STALE);
    }

    @PostMapping("/withdraw")
    @Allow(SteeringRoles.REPORTER)
    View withdraw(Actor actor, Texts t, Flash flash, @PathVariable UUID id, @RequestParam int version) {
        writable(actor, id);
        return acted(
                actor, t, flash, id, submissions.withdraw(actor, id, version), "submission.withdrawn", Attempt.STALE);
    }

    private View submit(Actor actor, Texts t, Flash flash, UUID id, int version, Form<?> form) {
        Result result = submissions.submit(actor, id, version);
        return acted(actor, t, flash, id, result, "submission.submitted", Attempt.writing(form, true));
    }

    /** @param stale what is shown when somebody was faster */
    private View acted(Actor actor, Texts t, Flash flash, UUID id, Result result, String notice, Attempt stale) {
        return switch (result) {
            case Result.Done _ -> flash.then(notice, path(id));
            case Result.Stale() -> show(actor, t, readable(actor, id), stale, HttpStatus.CONFLICT);
            case Result.NotFound _, Result.Refused _ -> throw new AccessDeniedException("unit");
            case Result.Invalid invalid -> throw new IllegalStateException(invalid.toString());
        };
    }

    /** A form that was sent twice finds its own words there and is done; anybody else's are shown beside them. */
    private View stale(
            Actor actor, Texts t, Flash flash, UUID id, boolean submit, @Nullable Document paper, Form<?> form) {
        Submission now = readable(actor, id);
        Form<?> stored = Form.blank(t, SubmissionForm.fields(now, statements.ofSubmissions(List.of(id)), ""));
        boolean same = attachments.same(paper, now.document())
                && SubmissionForm.same(form, stored, submissions.reportedBy(now.unit(), now.period()))
                && (now.state() == Submission.State.SUBMITTED || now.state() == Submission.State.DRAFT);
        if (same && submit && now.state() == Submission.State.DRAFT)
            return submit(actor, t, flash, id, now.version(), form);
        if (same) return flash.then(submit ? "submission.submitted" : "submission.saved", path(id));
        return show(actor, t, now, Attempt.writing(form, true), HttpStatus.CONFLICT);
    }

    private View refused(Actor actor, Texts t, Submission of, Form<?> form) {
        // of what cannot be written on any more, what was typed is shown to be copied
        boolean stale = !of.state().open();
        return show(
                actor,
                t,
                of,
                Attempt.writing(form, stale),
                stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View show(Actor actor, Texts t, Submission of, Attempt attempt, HttpStatus status) {
        return pages.show("steering/indicators/reporting/submission", view.page(actor, t, of, attempt), status);
    }

    private Submission writable(Actor actor, UUID id) {
        Submission of = readable(actor, id);
        if (!submissions.may(actor, SteeringRoles.REPORTER, of)) throw new AccessDeniedException("unit");
        return of;
    }

    /** Whoever may not see it is not told that it exists. */
    private Submission readable(Actor actor, UUID id) {
        return submissions
                .find(id)
                .filter(it -> submissions.sees(actor, it))
                .orElseThrow(() -> Problem.notFound("submission.none"));
    }

    private static String path(UUID id) {
        return "/submissions/" + id;
    }
}
