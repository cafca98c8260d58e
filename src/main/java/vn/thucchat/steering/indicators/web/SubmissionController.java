package vn.thucchat.steering.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.Document;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.StatedLine;
import vn.thucchat.steering.indicators.SteeringRoles;
import vn.thucchat.steering.indicators.Submission;
import vn.thucchat.steering.indicators.Submissions;
import vn.thucchat.steering.indicators.web.SubmissionView.Attempt;

/** A submission: to read, to write and to hand in. */
@Controller
@RequestMapping("/submissions/{id}")
class SubmissionController {

    private final Submissions submissions;
    private final SubmissionView view;
    private final Attachments attachments;
    private final Asked asked;
    private final Files files;
    private final AccessLog log;
    private final Pages pages;
    private final InstantSource clock;

    SubmissionController(
            Submissions submissions,
            SubmissionView view,
            Attachments attachments,
            Asked asked,
            Files files,
            AccessLog log,
            Pages pages,
            InstantSource clock) {
        this.submissions = submissions;
        this.view = view;
        this.attachments = attachments;
        this.asked = asked;
        this.files = files;
        this.log = log;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Allow(signedIn = true)
    View show(Actor actor, Texts t, @PathVariable("id") UUID id) {
        return show(actor, t, readable(actor, id), Attempt.NOTHING, HttpStatus.OK);
    }

    @GetMapping("/document")
    @Allow(signedIn = true)
    ResponseEntity<?> document(Actor actor, @PathVariable("id") UUID id) {
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
            HttpServletRequest request,
            Texts t,
            Flash flash,
            @PathVariable("id") UUID id,
            @RequestParam("version") int version,
            @RequestParam(name = "act", defaultValue = "save") String act,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
        Submission of = writable(actor, id);
        boolean submit = act.equals("submit");
        List<Indicator> owed = submissions.reportedBy(of.unit(), of.period());
        var faults = new ArrayList<Fault>();
        SubmissionForm typed = SubmissionForm.of(request, owed);
        typed = typed.with(attachments.attach(actor, typed.paper(), file, of.document(), t, faults));
        Document paper = typed.paper().read(Ids.next(clock), t, asked.today(), faults);
        List<StatedLine> lines =
                typed.read(t, owed.stream().collect(Collectors.toMap(Indicator::code, Function.identity())), faults);
        if (submit && typed.paper().empty()) faults.add(new Fault("title", t.of("submission.document-missing")));
        if (submit && unopenable(typed)) faults.add(new Fault("file", t.of("submission.file-missing")));
        if (submit && typed.lines().values().stream().noneMatch(SubmissionForm.Typed::numbers))
            faults.add(new Fault("", t.of("submission.lines-missing")));
        if (!faults.isEmpty()) {
            // what the numbers themselves have wrong is told in the same breath
            submissions.faults(of, lines).forEach(fault -> faults.add(fault(t, fault)));
            return refused(actor, t, of, typed, faults);
        }
        return switch (submissions.write(actor, id, version, paper, typed.note(), lines)) {
            case Submissions.Outcome.Done(Submission written) ->
                submit ? submit(actor, t, flash, written, typed) : done(flash, id, "submission.saved");
            case Submissions.Outcome.Refused(List<StatedLine.Fault> wrong) -> {
                wrong.forEach(fault -> faults.add(fault(t, fault)));
                yield refused(actor, t, of, typed, faults);
            }
            case Submissions.Outcome.Stale() -> stale(actor, t, flash, id, submit, paper, typed);
            case Submissions.Outcome.OutOfReach() -> throw new AccessDeniedException("unit");
            case Submissions.Outcome.Incomplete incomplete -> throw new IllegalStateException(incomplete.toString());
        };
    }

    /** Whether a document is named that nobody can open, and nothing says why. */
    private static boolean unopenable(SubmissionForm typed) {
        return !typed.paper().empty()
                && typed.paper().keptFile().isEmpty()
                && typed.note().isBlank();
    }

    @PostMapping("/take-back")
    @Allow(SteeringRoles.REPORTER)
    View takeBack(
            Actor actor, Texts t, Flash flash, @PathVariable("id") UUID id, @RequestParam("version") int version) {
        writable(actor, id);
        return acted(actor, t, flash, id, submissions.takeBack(actor, id, version), "submission.taken-back");
    }

    @PostMapping("/withdraw")
    @Allow(SteeringRoles.REPORTER)
    View withdraw(
            Actor actor, Texts t, Flash flash, @PathVariable("id") UUID id, @RequestParam("version") int version) {
        writable(actor, id);
        return acted(actor, t, flash, id, submissions.withdraw(actor, id, version), "submission.withdrawn");
    }

    private View acted(Actor actor, Texts t, Flash flash, UUID id, Submissions.Outcome outcome, String notice) {
        return switch (outcome) {
            case Submissions.Outcome.Done done -> done(flash, id, notice);
            case Submissions.Outcome.Stale() ->
                show(
                        actor,
                        t,
                        readable(actor, id),
                        Attempt.deciding(SubmissionPage.Decision.NONE, true),
                        HttpStatus.CONFLICT);
            case Submissions.Outcome.OutOfReach() -> throw new AccessDeniedException("unit");
            case Submissions.Outcome.Incomplete incomplete -> throw new IllegalStateException(incomplete.toString());
            case Submissions.Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private View submit(Actor actor, Texts t, Flash flash, Submission written, SubmissionForm typed) {
        return switch (submissions.submit(actor, written.id(), written.version())) {
            case Submissions.Outcome.Done done -> done(flash, written.id(), "submission.submitted");
            case Submissions.Outcome.Stale() ->
                show(
                        actor,
                        t,
                        readable(actor, written.id()),
                        Attempt.writing(typed, List.of(), true),
                        HttpStatus.CONFLICT);
            case Submissions.Outcome.OutOfReach() -> throw new AccessDeniedException("unit");
            case Submissions.Outcome.Incomplete incomplete -> throw new IllegalStateException(incomplete.toString());
            case Submissions.Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** A form that was sent twice finds its own words there and is done; anybody else's are shown beside them. */
    private View stale(
            Actor actor,
            Texts t,
            Flash flash,
            UUID id,
            boolean submit,
            @Nullable Document paper,
            SubmissionForm typed) {
        Submission now = readable(actor, id);
        SubmissionForm stored = SubmissionForm.of(now, submissions.lines(List.of(id)), "");
        boolean same = attachments.same(paper, now.document())
                && typed.saysTheSameAs(stored)
                && (now.state() == Submission.State.SUBMITTED || now.state() == Submission.State.DRAFT);
        if (same && submit && now.state() == Submission.State.DRAFT) return submit(actor, t, flash, now, typed);
        if (same) return done(flash, id, submit ? "submission.submitted" : "submission.saved");
        return show(actor, t, now, Attempt.writing(typed, List.of(), true), HttpStatus.CONFLICT);
    }

    private View refused(Actor actor, Texts t, Submission of, SubmissionForm typed, List<Fault> faults) {
        // of what cannot be written on any more, what was typed is shown to be copied
        boolean stale = !of.state().open();
        return show(
                actor,
                t,
                of,
                Attempt.writing(typed, faults, stale),
                stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View show(Actor actor, Texts t, Submission of, Attempt attempt, HttpStatus status) {
        return pages.show("steering/indicators/submission", view.page(actor, t, of, attempt), status);
    }

    private static View done(Flash flash, UUID id, String notice) {
        return flash.then(notice, path(id));
    }

    private static Fault fault(Texts t, StatedLine.Fault fault) {
        String field = fault.indicator().isEmpty() ? fault.field() : fault.field() + "." + fault.indicator();
        return new Fault(field, t.of(fault.key(), fault.at()));
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
