package vn.thucchat.foundation.identity.reviews.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.reviews.AccessReviews;
import vn.thucchat.foundation.identity.reviews.Review;
import vn.thucchat.foundation.identity.reviews.ReviewDecisions;
import vn.thucchat.foundation.identity.reviews.ReviewTerms;
import vn.thucchat.foundation.identity.reviews.ReviewedRole;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** Reviews of roles: the list, one with its people, a decision, all decisions. */
@Controller
record ReviewsController(
        AccessReviews reviews,
        ReviewDecisions decisions,
        ReviewTerms terms,
        Access access,
        InstantSource clock,
        Pages pages) {

    private static final String ONE = AccessReviews.PATH + "/{id}";
    private static final int PAGE = 20;
    /** A card may have several roles, each with its buttons. */
    private static final int PEOPLE = 5;

    @GetMapping(AccessReviews.PATH)
    @Allow(Roles.ADMINISTRATOR)
    View list(Actor actor, Cursor cursor) {
        Slice<Review> shown = reviews.list(actor, cursor, PAGE);
        List<ReviewsPage.Row> rows = shown.items().stream()
                .map(review -> new ReviewsPage.Row(review, unit(review)))
                .toList();
        Table table = Table.of(AccessReviews.PATH, ReviewsPage.COLUMNS, cursor, shown);
        return pages.show("foundation/identity/reviews/reviews", new ReviewsPage(rows, table, today()), HttpStatus.OK);
    }

    @GetMapping(ONE)
    @Allow(Roles.ADMINISTRATOR)
    View show(
            @PathVariable UUID id,
            Actor actor,
            Texts t,
            Cursor cursor,
            @RequestParam(name = "cursor", defaultValue = "") String after) {
        return show(found(actor, id), actor, cursor, after, Form.blank(t), HttpStatus.OK);
    }

    /** With a proof of minutes ago, as roles are given and taken. */
    @PostMapping(ONE + "/decided")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View decide(
            @PathVariable UUID id,
            Form<DecisionForm> form,
            Actor actor,
            Flash flash,
            Cursor cursor,
            @RequestParam(name = "cursor", defaultValue = "") String after) {
        Review review = found(actor, id);
        return form.answer(
                typed -> decisions.decide(actor, id, typed.roleGrant(), typed.decision(), typed.lastDay()),
                done -> flash.then("reviews.decided.notice", at(review.path(), after)),
                (again, status) -> show(found(actor, id), actor, cursor, after, again, status));
    }

    @GetMapping(ONE + "/decisions")
    @Allow(Roles.ADMINISTRATOR)
    View decisions(@PathVariable UUID id, Actor actor, Cursor cursor) {
        Review review = found(actor, id);
        Slice<ReviewedRole> shown = reviews.decisions(actor, review, cursor, PAGE);
        Table table = Table.of(review.path() + "/decisions", DecisionsPage.COLUMNS, cursor, shown);
        return pages.show(
                "foundation/identity/reviews/decisions",
                new DecisionsPage(review, unit(review), shown.items(), table),
                HttpStatus.OK);
    }

    private View show(Review review, Actor actor, Cursor cursor, String after, Form<?> form, HttpStatus status) {
        Slice<AccessReviews.Person> shown = reviews.people(actor, review, cursor, PEOPLE);
        var page = new ReviewPage(
                review,
                unit(review),
                shown.items(),
                Table.of(review.path(), List.of(), cursor, shown),
                form,
                today(),
                terms.undecidedStay(review) ? null : terms.undecidedUntil(review),
                actor.account(),
                at(review.path() + "/decided", after));
        return pages.show("foundation/identity/reviews/review", page, status);
    }

    private static String at(String path, String after) {
        return after.isEmpty() ? path : path + "?cursor=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }

    private Review found(Actor actor, UUID id) {
        return reviews.find(actor, id).orElseThrow(() -> Problem.notFound("result.not-found"));
    }

    private String unit(Review review) {
        return access.unitName(review.unit().value());
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
