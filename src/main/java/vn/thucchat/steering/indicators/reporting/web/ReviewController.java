package vn.thucchat.steering.indicators.reporting.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.steering.indicators.reporting.UnitStatements;
import vn.thucchat.steering.indicators.reporting.web.SubmissionView.Attempt;

/** A reviewer's work list, and what they decide. */
@Controller
record ReviewController(
        Submissions submissions,
        UnitStatements statements,
        SubmissionView view,
        DisplayNames wording,
        Pages pages,
        InstantSource clock) {

    private static final int ROWS = 50;

    @GetMapping("/review")
    @Allow(SteeringRoles.REVIEWER)
    View list(Actor actor, Texts t, @RequestParam(required = false) @Nullable UUID after) {
        Submission seen = after == null
                ? null
                : submissions.find(after).orElseThrow(() -> Problem.bad("after", "figure.bad-cursor"));
        Slice<Submission> waiting = Slice.of(
                submissions.waiting(actor, seen, ROWS + 1),
                ROWS,
                last -> last.id().toString());
        List<Submission> shown = waiting.items();
        Map<UUID, Long> lines = statements
                .ofSubmissions(shown.stream().map(Submission::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Statement::submission, Collectors.counting()));
        Instant now = clock.instant();
        return pages.show(
                "steering/indicators/reporting/review",
                new ReviewPage(
                        shown.stream()
                                .map(it -> waiting(
                                        t, it, lines.getOrDefault(it.id(), 0L).intValue(), now))
                                .toList(),
                        after == null ? null : "/review",
                        waiting.next("/review?after="),
                        statements.unpublished(actor, ROWS).stream()
                                .map(it -> new ReviewPage.Unpublished(
                                        DisplayNames.publish(it.unit(), it.period()),
                                        wording.name(t, it.unit(), it.period().to()),
                                        DisplayNames.name(t, it.period()),
                                        it.statements()))
                                .toList()));
    }

    @PostMapping("/submissions/{id}/accept")
    @Allow(SteeringRoles.REVIEWER)
    View accept(Actor actor, Texts t, Flash flash, @PathVariable UUID id, @RequestParam int version) {
        decidable(actor, id);
        return decided(
                actor, t, flash, id, submissions.accept(actor, id, version), Submission.State.ACCEPTED, Attempt.STALE);
    }

    @PostMapping("/submissions/{id}/return")
    @Allow(SteeringRoles.REVIEWER)
    View sendBack(Actor actor, Texts t, Flash flash, @PathVariable UUID id, Form<DecisionForm> form) {
        Submission of = decidable(actor, id);
        if (form.wrong()) return show(actor, t, of, new Attempt(null, false, form), HttpStatus.UNPROCESSABLE_CONTENT);
        DecisionForm typed = form.value();
        return decided(
                actor,
                t,
                flash,
                id,
                submissions.sendBack(actor, id, typed.version(), typed.reason()),
                Submission.State.RETURNED,
                new Attempt(null, true, form));
    }

    private View decided(
            Actor actor, Texts t, Flash flash, UUID id, Result result, Submission.State made, Attempt stale) {
        return switch (result) {
            case Result.Done _ -> done(flash, id, made);
            case Result.Stale() -> {
                // the same person pressing twice has decided once
                var steps = submissions.steps(id);
                if (!steps.isEmpty()
                        && steps.getLast().made() == made
                        && steps.getLast().account().equals(actor.account())) yield done(flash, id, made);
                yield show(actor, t, decidable(actor, id), stale, HttpStatus.CONFLICT);
            }
            case Result.NotFound _, Result.Refused _ -> throw new AccessDeniedException("unit");
            case Result.Invalid invalid -> throw new IllegalStateException(invalid.toString());
        };
    }

    private static View done(Flash flash, UUID id, Submission.State made) {
        return flash.then(
                made == Submission.State.ACCEPTED ? "review.accepted" : "review.returned", "/submissions/" + id);
    }

    private View show(Actor actor, Texts t, Submission of, Attempt attempt, HttpStatus status) {
        return pages.show("steering/indicators/reporting/submission", view.page(actor, t, of, attempt), status);
    }

    private Submission decidable(Actor actor, UUID id) {
        Submission of = submissions
                .find(id)
                .filter(it -> submissions.sees(actor, it))
                .orElseThrow(() -> Problem.notFound("submission.none"));
        if (!submissions.may(actor, SteeringRoles.REVIEWER, of)) throw new AccessDeniedException("unit");
        return of;
    }

    private ReviewPage.Waiting waiting(Texts t, Submission it, int lines, Instant now) {
        Instant since = it.submittedAt() == null ? it.createdAt() : it.submittedAt();
        return new ReviewPage.Waiting(
                "/submissions/" + it.id(),
                wording.name(t, it.unit(), it.period().to()),
                DisplayNames.name(t, it.period()),
                it.createdByName(),
                since,
                Duration.between(since, now).toDays(),
                lines,
                it.document() != null && it.document().file() != null,
                it.synthetic());
    }
}
