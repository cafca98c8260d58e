package vn.thucchat.steering.indicators.web;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.files.FileId;
import vn.thucchat.foundation.files.FileResponses;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.Assessment;
import vn.thucchat.steering.indicators.Attached;
import vn.thucchat.steering.indicators.Explanation;
import vn.thucchat.steering.indicators.Explanations;
import vn.thucchat.steering.indicators.Figure;
import vn.thucchat.steering.indicators.Figures;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Period;

/** "Yêu cầu giải trình": a leader asks about a figure, the unit answers; read by those whose roles reach the unit. */
@Controller
class ExplanationController {

    private static final int USUAL_WORKING_DAYS = 5;
    private static final int MOST_FILES = 5;
    private static final int LONGEST_QUESTION = 4000;
    private static final int LONGEST_ANSWER = 8000;

    private final Asked asked;
    private final Explanations explanations;
    private final Figures figures;
    private final Files files;
    private final Access access;
    private final AccessLog log;
    private final Wording wording;
    private final WorkingTime workingTime;
    private final InstantSource clock;
    private final Pages pages;

    ExplanationController(
            Asked asked,
            Explanations explanations,
            Figures figures,
            Files files,
            Access access,
            AccessLog log,
            Wording wording,
            WorkingTime workingTime,
            InstantSource clock,
            Pages pages) {
        this.asked = asked;
        this.explanations = explanations;
        this.figures = figures;
        this.files = files;
        this.access = access;
        this.log = log;
        this.wording = wording;
        this.workingTime = workingTime;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/explanations/new")
    @Allow(Role.LEADER)
    View blank(
            Actor actor,
            Texts t,
            @RequestParam("indicator") String indicator,
            @RequestParam("unit") String unit,
            @RequestParam("period") String period) {
        var typed = new HashMap<String, String>();
        typed.put("id", Ids.next(clock).toString());
        typed.put("indicator", indicator);
        typed.put("unit", unit);
        typed.put("period", period);
        typed.put("due", usualDue(unit).toString());
        return form(actor, t, new FormInput(typed), List.of(), HttpStatus.OK);
    }

    /** Some working days of the unit that is asked from today. */
    private LocalDate usualDue(String unit) {
        UnitCode asks = UnitCode.read(unit).orElse(UnitCode.NATION);
        return workingTime.of(asks).after(asked.today(), USUAL_WORKING_DAYS);
    }

    @PostMapping("/explanations")
    @Allow(Role.LEADER)
    View ask(Actor actor, Texts t, @RequestParam Map<String, String> fields, Flash redirect) {
        var typed = new FormInput(fields);
        Period period = asked.period(typed.text("period"));
        Indicator indicator = asked.indicator(typed.text("indicator"));
        Unit unit = asked.unit(typed.text("unit"), period.to());
        var faults = new ArrayList<Fault>();
        String question = typed.text("question");
        if (question.length() < 5 || question.length() > LONGEST_QUESTION)
            faults.add(new Fault("question", t.of("explanation.question.length")));
        LocalDate due = typed.day("due").orElse(null);
        if (due == null) faults.add(new Fault("due", t.of("form.day")));
        else if (due.isBefore(asked.today())) faults.add(new Fault("due", t.of("form.day.past")));
        if (due == null || !faults.isEmpty()) return form(actor, t, typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        UUID id = typed.id("id").orElseGet(() -> Ids.next(clock));
        return switch (explanations.ask(actor, id, indicator.code(), unit.code(), period, question, due)) {
            case Explanations.Outcome.Done(Explanation explanation) ->
                redirect.then("explanation.sent", "/explanations/" + explanation.id());
            case Explanations.Outcome.OutOfReach no ->
                throw Problem.notFound("office.out-of-reach", Wording.name(t, unit));
            case Explanations.Outcome.Stale stale -> throw Problem.conflict("explanation.stale");
            case Explanations.Outcome.FileRefused never -> throw new IllegalStateException("No file was sent");
        };
    }

    @GetMapping("/explanations/{id}")
    @Allow(signedIn = true)
    View one(Actor actor, Texts t, @PathVariable("id") UUID id) {
        return page(actor, t, readable(actor, id), new FormInput(Map.of()), List.of(), HttpStatus.OK);
    }

    @PostMapping("/explanations/{id}/answer")
    @Allow(Role.REPORTER)
    View answer(
            Actor actor,
            Texts t,
            @PathVariable("id") UUID id,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> parts,
            Flash redirect)
            throws IOException {
        Explanation explanation = readable(actor, id);
        var typed = new FormInput(fields);
        var faults = new ArrayList<Fault>();
        String answer = typed.text("answer");
        if (answer.length() < 5 || answer.length() > LONGEST_ANSWER)
            faults.add(new Fault("answer", t.of("explanation.answer.length")));
        List<Attached> attached = parts == null ? List.of() : Uploads.attached(parts);
        if (attached.size() > MOST_FILES) faults.add(new Fault("files", t.of("explanation.files.many")));
        if (!faults.isEmpty()) return page(actor, t, explanation, typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (explanations.answer(actor, id, typed.whole("version").orElse(0), answer, attached)) {
            case Explanations.Outcome.Done done -> sent(redirect, id, "explanation.answered");
            case Explanations.Outcome.OutOfReach no -> throw Problem.notFound("explanation.none");
            case Explanations.Outcome.Stale stale -> {
                // what was typed is shown beside what holds now, so that it can be copied
                faults.add(new Fault("", t.of("explanation.stale")));
                yield page(actor, t, readable(actor, id), typed, faults, HttpStatus.CONFLICT);
            }
            case Explanations.Outcome.FileRefused(String name, var why) -> {
                faults.add(new Fault("files", name + ": " + t.of(why.reason(), why.limit())));
                yield page(actor, t, explanation, typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    @PostMapping("/explanations/{id}/closed")
    @Allow(Role.LEADER)
    View close(
            Actor actor,
            @PathVariable("id") UUID id,
            @RequestParam(name = "version", defaultValue = "0") int version,
            Flash redirect) {
        readable(actor, id);
        return switch (explanations.close(actor, id, version)) {
            case Explanations.Outcome.Done done -> sent(redirect, id, "explanation.closed");
            case Explanations.Outcome.OutOfReach no -> throw Problem.notFound("explanation.none");
            case Explanations.Outcome.Stale stale -> throw Problem.conflict("explanation.stale");
            case Explanations.Outcome.FileRefused never -> throw new IllegalStateException("No file was sent");
        };
    }

    private static View sent(Flash redirect, UUID id, String notice) {
        return redirect.then(notice, "/explanations/" + id);
    }

    @GetMapping("/explanations/{id}/files/{file}")
    @Allow(signedIn = true)
    ResponseEntity<?> file(Actor actor, @PathVariable("id") UUID id, @PathVariable("file") UUID file) {
        Explanation explanation = readable(actor, id);
        if (explanation.files().stream()
                .noneMatch(attachment -> attachment.file().equals(file))) throw Problem.notFound("explanation.no-file");
        var kept = files.open(new FileId(file)).orElseThrow(() -> Problem.notFound("explanation.no-file"));
        log.record(actor, "indicators.explanation-file-read", "/explanations/" + id, file.toString());
        return FileResponses.attachment(kept);
    }

    private Explanation readable(Actor actor, UUID id) {
        return explanations
                .find(id)
                .filter(it -> explanations.sees(actor, it.unit()))
                .orElseThrow(() -> Problem.notFound("explanation.none"));
    }

    private View form(Actor actor, Texts t, FormInput typed, List<Fault> faults, HttpStatus status) {
        Period period = asked.period(typed.text("period"));
        Indicator indicator = asked.indicator(typed.text("indicator"));
        Unit unit = asked.unit(typed.text("unit"), period.to());
        if (!access.may(actor, Role.LEADER, unit.code().value()))
            throw Problem.notFound("office.out-of-reach", Wording.name(t, unit));
        return pages.show(
                "steering/indicators/question",
                new QuestionPage(typed, faults, subject(actor, t, indicator, unit, period)),
                status);
    }

    private View page(Actor actor, Texts t, Explanation it, FormInput typed, List<Fault> faults, HttpStatus status) {
        String url = "/explanations/" + it.id();
        var answeredAt = it.answeredAt();
        return pages.show(
                "steering/indicators/explanation",
                new ExplanationPage(
                        url,
                        subject(
                                actor,
                                t,
                                asked.indicator(it.indicator()),
                                asked.unit(it.unit().value(), it.period().to()),
                                it.period()),
                        it.state(),
                        it.askedByName(),
                        Ground.day(it.askedAt()),
                        it.question(),
                        it.due(),
                        answeredAt == null ? ChronoUnit.DAYS.between(it.due(), asked.today()) : 0,
                        answeredAt == null
                                ? null
                                : new ExplanationPage.Answer(
                                        it.answeredByName() == null ? "" : it.answeredByName(),
                                        Ground.day(answeredAt),
                                        it.answer(),
                                        it.files().stream()
                                                .map(file -> new Link(url + "/files/" + file.file(), file.name()))
                                                .toList()),
                        it.synthetic(),
                        it.state() == Explanation.State.ASKED && explanations.may(actor, Role.REPORTER, it),
                        it.state() == Explanation.State.ANSWERED && explanations.may(actor, Role.LEADER, it),
                        it.version(),
                        typed,
                        faults),
                status);
    }

    private QuestionPage.Subject subject(Actor actor, Texts t, Indicator indicator, Unit unit, Period period) {
        LocalDate day = period.to();
        Figure figure = figures.visible(actor, List.of(unit.code()), period, day, List.of(indicator)).stream()
                .min(Figures.FIRST)
                .orElse(null);
        Assessment assessed = figure == null
                ? null
                : figures.assess(List.of(figure), List.of(indicator)).stream()
                        .findFirst()
                        .orElse(null);
        return new QuestionPage.Subject(
                Wording.name(t, indicator),
                indicator.pillar().name(),
                Wording.name(t, unit),
                Wording.name(t, period),
                Wording.figure(indicator.code(), unit.code(), period, day),
                wording.path(t, unit.code(), period, day),
                figure == null ? null : Shown.quantity(figure, indicator),
                assessed == null ? null : Shown.against(assessed),
                figure == null ? null : figure.provenance(),
                figure != null && figure.synthetic());
    }
}
