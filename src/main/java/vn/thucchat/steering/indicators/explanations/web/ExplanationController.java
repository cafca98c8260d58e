package vn.thucchat.steering.indicators.explanations.web;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.files.FileId;
import vn.thucchat.foundation.files.FileResponses;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.UploadedFile;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.MultipartFiles;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.explanations.Explanation;
import vn.thucchat.steering.indicators.explanations.Explanations;

/** "Yêu cầu giải trình": a leader asks about a figure, the unit answers; read by those whose roles reach the unit. */
@Controller
record ExplanationController(
        RequestParameters asked,
        Explanations explanations,
        ExplanationView view,
        RecipientOptions options,
        Files files,
        Access access,
        AccessLog log,
        WorkingTime workingTime,
        InstantSource clock,
        Pages pages) {

    private static final int USUAL_WORKING_DAYS = 5;
    private static final int MOST_FILES = 5;

    @GetMapping("/explanations/new")
    @Allow(Roles.LEADER)
    View blank(
            Actor actor,
            Texts t,
            @RequestParam String indicator,
            @RequestParam String unit,
            @RequestParam String period) {
        var typed = new HashMap<String, String>();
        typed.put("id", Ids.next(clock).toString());
        typed.put("indicator", indicator);
        typed.put("unit", unit);
        typed.put("period", period);
        typed.put("due", usualDue(unit).toString());
        return form(actor, t, Form.blank(t, typed), HttpStatus.OK);
    }

    /** Some working days of the unit that is asked from today. */
    private LocalDate usualDue(String unit) {
        UnitCode asks = UnitCode.read(unit).orElse(UnitCode.NATION);
        return workingTime.of(asks).after(asked.today(), USUAL_WORKING_DAYS);
    }

    @PostMapping("/explanations")
    @Allow(Roles.LEADER)
    View ask(Actor actor, Texts t, Form<QuestionForm> form, Flash flash) {
        if (form.text("act").equals(RecipientOptions.LIST))
            // what is wrong is told when the question is sent
            return form(actor, t, form.unsent(), HttpStatus.OK);
        if (form.wrong()) return form(actor, t, form, HttpStatus.UNPROCESSABLE_CONTENT);
        QuestionForm typed = form.value();
        Period period = asked.period(form.text("period"));
        Indicator indicator = asked.indicator(form.text("indicator"));
        Unit unit = asked.unit(form.text("unit"), period.to());
        Result result = explanations.ask(
                actor,
                typed.id(),
                indicator.code(),
                unit.code(),
                period,
                typed.question(),
                typed.due(),
                RecipientOptions.chosen(form));
        if (result instanceof Result.NotFound)
            throw Problem.notFound("office.out-of-reach", DisplayNames.name(t, unit));
        if (result instanceof Result.Invalid) return form(actor, t, form.with(result), result.status());
        return flash.then(result, "explanation.sent", path(typed.id()));
    }

    @GetMapping("/explanations/{id}")
    @Allow(signedIn = true)
    View one(
            Actor actor,
            Texts t,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String who) {
        Explanation it = readable(actor, id);
        String due = usualDue(it.unit().value()).toString();
        return page(actor, t, it, Form.blank(t, Map.of("due", due, "act", act, "who", who)), HttpStatus.OK);
    }

    /** The leader asks on after an answer. */
    @PostMapping("/explanations/{id}/asked")
    @Allow(Roles.LEADER)
    View askAgain(Actor actor, Texts t, @PathVariable UUID id, Form<NextQuestionForm> form, Flash flash) {
        Explanation explanation = readable(actor, id);
        if (form.wrong()) return page(actor, t, explanation, form, HttpStatus.UNPROCESSABLE_CONTENT);
        NextQuestionForm typed = form.value();
        Result result = explanations.askAgain(actor, id, typed.version(), typed.question(), typed.due());
        if (!(result instanceof Result.Stale)) return flash.then(result, "explanation.sent", path(id));
        Explanation now = readable(actor, id);
        // pressed twice, it was asked by the first
        return now.question().equals(typed.question()) && now.due().equals(typed.due())
                ? flash.then("explanation.sent", path(id))
                // as of an answer: what was typed is shown beside what holds now
                : page(actor, t, now, form.with("", "explanation.stale"), HttpStatus.CONFLICT);
    }

    /** Adds recipients to an explanation. */
    @PostMapping("/explanations/{id}/told")
    @Allow(Roles.LEADER)
    View tell(Actor actor, Texts t, @PathVariable UUID id, Form<RecipientsForm> form, Flash flash) {
        Explanation explanation = readable(actor, id);
        Result result = explanations.tell(actor, id, RecipientOptions.chosen(form));
        return result instanceof Result.Invalid
                ? page(actor, t, explanation, form.with(result), result.status())
                : flash.then(result, "explanation.told", path(id));
    }

    @PostMapping("/explanations/{id}/answer")
    @Allow(SteeringRoles.REPORTER)
    View answer(
            Actor actor,
            Texts t,
            @PathVariable UUID id,
            Form<AnswerForm> form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Flash flash)
            throws IOException {
        Explanation explanation = readable(actor, id);
        List<UploadedFile> attached = files == null ? List.of() : MultipartFiles.attached(files);
        if (attached.size() > MOST_FILES) form = form.with("files", "explanation.files.many");
        if (form.wrong()) return page(actor, t, explanation, form, HttpStatus.UNPROCESSABLE_CONTENT);
        Result result = explanations.answer(
                actor, id, form.value().version(), form.value().answer(), attached);
        return switch (result) {
            case Result.Done _ -> flash.then("explanation.answered", path(id));
            // what was typed is shown beside what holds now, so that it can be copied
            case Result.Stale _ ->
                page(actor, t, readable(actor, id), form.with("", "explanation.stale"), HttpStatus.CONFLICT);
            case Result.Invalid(var errors) -> {
                List<Fault> faults = errors.stream()
                        .map(error -> new Fault(error.field(), error.arguments().getLast() + ": " + error.text(t)))
                        .toList();
                yield page(actor, t, explanation, form.withFaults(faults), result.status());
            }
            case Result.NotFound _, Result.Refused _ -> throw Problem.notFound("explanation.none");
        };
    }

    @PostMapping("/explanations/{id}/closed")
    @Allow(Roles.LEADER)
    View close(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "0") int version, Flash flash) {
        readable(actor, id);
        return flash.then(explanations.close(actor, id, version), "explanation.closed", path(id));
    }

    static String path(UUID id) {
        return "/explanations/" + id;
    }

    @GetMapping("/explanations/{id}/files/{file}")
    @Allow(signedIn = true)
    ResponseEntity<?> file(Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        Explanation explanation = readable(actor, id);
        if (Stream.concat(
                        explanation.files().stream(),
                        explanations.earlier(List.of(id)).stream().flatMap(exchange -> exchange.files().stream()))
                .noneMatch(attachment -> attachment.file().equals(file))) throw Problem.notFound("explanation.no-file");
        var kept = files.open(new FileId(file)).orElseThrow(() -> Problem.notFound("explanation.no-file"));
        log.record(actor, "indicators.explanation-file-read", path(id), file.toString());
        return FileResponses.attachment(kept);
    }

    private Explanation readable(Actor actor, UUID id) {
        return explanations.readable(actor, id).orElseThrow(() -> Problem.notFound("explanation.none"));
    }

    private View form(Actor actor, Texts t, Form<?> form, HttpStatus status) {
        Period period = asked.period(form.text("period"));
        Indicator indicator = asked.indicator(form.text("indicator"));
        Unit unit = asked.unit(form.text("unit"), period.to());
        if (!access.may(actor, Roles.LEADER, unit.code().value()))
            throw Problem.notFound("office.out-of-reach", DisplayNames.name(t, unit));
        QuestionPage.Subject subject = view.subject(actor, t, indicator, unit, period);
        // asked from a row of a table: what is known of the figure is the beginning of the question
        Form<?> begun = status == HttpStatus.OK && form.text("question").isEmpty()
                ? form.with(Map.of("question", subject.suggestion(t)))
                : form;
        return pages.show(
                "steering/indicators/explanations/question",
                new QuestionPage(begun, subject, options.tell(actor, t, begun, unit.code(), actor.synthetic())),
                status);
    }

    private View page(Actor actor, Texts t, Explanation it, Form<?> form, HttpStatus status) {
        return pages.show("steering/indicators/explanations/explanation", view.page(actor, t, it, form), status);
    }
}
