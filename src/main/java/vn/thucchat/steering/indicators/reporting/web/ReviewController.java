package vn.thucchat.steering.indicators.reporting.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.steering.indicators.reporting.web.SubmissionView.Attempt;

/** What a reviewer decides on one submission: from its own page, or from the table, to which they are led back. */
@Controller
record ReviewController(
        Submissions submissions, ReviewLines lines, SubmissionView view, DisplayNames wording, Pages pages) {

    /**
     * @param back the table from which it is decided, or empty
     * @param next the row that is chosen there afterwards
     */
    @PostMapping("/submissions/{id}/accept")
    @Allow(SteeringRoles.REVIEWER)
    View accept(
            Actor actor,
            Texts t,
            Flash flash,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(required = false) @Nullable UUID next) {
        decidable(actor, id);
        return decided(
                actor,
                t,
                id,
                submissions.accept(actor, id, version),
                Submission.State.ACCEPTED,
                Attempt.STALE,
                () -> flash.then("review.accepted", after(back, next, id)));
    }

    /** Where the reason is written, with what is odd as its beginning. */
    @GetMapping("/submissions/{id}/return")
    @Allow(SteeringRoles.REVIEWER)
    View reason(
            Actor actor,
            Texts t,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(required = false) @Nullable UUID next) {
        Submission of = decidable(actor, id);
        if (of.state() != Submission.State.SUBMITTED) return SeeOther.at("/submissions/" + id);
        List<String> odd = oddities(actor, t, of);
        var typed = Map.of(
                "version",
                Integer.toString(of.version()),
                "reason",
                odd.isEmpty() ? "" : t.of("review.reason.odd") + "\n" + String.join("\n", odd));
        return reason(t, of, odd, Form.blank(t, typed), back, next, HttpStatus.OK);
    }

    @PostMapping("/submissions/{id}/return")
    @Allow(SteeringRoles.REVIEWER)
    View sendBack(
            Actor actor,
            Texts t,
            Flash flash,
            @PathVariable UUID id,
            Form<DecisionForm> form,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(required = false) @Nullable UUID next) {
        Submission of = decidable(actor, id);
        if (form.wrong())
            return back.isEmpty()
                    ? show(actor, t, of, new Attempt(null, false, form), HttpStatus.UNPROCESSABLE_CONTENT)
                    : reason(t, of, oddities(actor, t, of), form, back, next, HttpStatus.UNPROCESSABLE_CONTENT);
        DecisionForm typed = form.value();
        return decided(
                actor,
                t,
                id,
                submissions.sendBack(actor, id, typed.version(), typed.reason()),
                Submission.State.RETURNED,
                new Attempt(null, true, form),
                () -> flash.then("review.returned", after(back, next, id)));
    }

    private View decided(
            Actor actor, Texts t, UUID id, Result result, Submission.State made, Attempt stale, Supplier<View> done) {
        return switch (result) {
            case Result.Done _ -> done.get();
            case Result.Stale() -> {
                // the same person pressing twice has decided once
                var steps = submissions.steps(id);
                if (!steps.isEmpty()
                        && steps.getLast().made() == made
                        && steps.getLast().account().equals(actor.account())) yield done.get();
                yield show(actor, t, decidable(actor, id), stale, HttpStatus.CONFLICT);
            }
            case Result.NotFound _, Result.Refused _ -> throw new AccessDeniedException("unit");
            case Result.Invalid invalid -> throw new IllegalStateException(invalid.toString());
        };
    }

    private static String after(String back, @Nullable UUID next, UUID id) {
        return back.isEmpty() ? "/submissions/" + id : ReviewQuery.back(back, next);
    }

    private List<String> oddities(Actor actor, Texts t, Submission of) {
        return lines.grouped(List.of(of)).entrySet().stream()
                .flatMap(group -> lines.lines(actor, t, group.getKey(), group.getValue()).stream())
                .flatMap(line -> line.oddities(t).stream())
                .toList();
    }

    private View reason(
            Texts t,
            Submission of,
            List<String> odd,
            Form<?> form,
            String back,
            @Nullable UUID next,
            HttpStatus status) {
        return pages.show(
                "steering/indicators/reporting/review-return",
                new ReviewReturnPage(
                        of.id(),
                        wording.name(t, of.unit(), of.period().to()),
                        DisplayNames.name(t, of.period()),
                        odd,
                        form,
                        ReviewQuery.back(back, null),
                        next),
                status);
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
}
