package vn.thucchat.demonstration;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.reviews.AccessReviews;
import vn.thucchat.foundation.identity.reviews.PastReviews;
import vn.thucchat.foundation.identity.reviews.Quarter;
import vn.thucchat.foundation.identity.reviews.Review;
import vn.thucchat.foundation.identity.reviews.ReviewDecisions;
import vn.thucchat.foundation.identity.reviews.ReviewedRole;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.units.UnitCode;

/** The province's access review of the last quarter is finished; this quarter's runs, with a few roles decided. */
@Component
@Order(220)
record ReviewSteps(People accounts, AccessReviews reviews, ReviewDecisions decisions, PastReviews past)
        implements DemonstrationStep {

    private static final UnitCode PROVINCE = new UnitCode("19");
    private static final int DECIDED = 3;

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("access-reviews", () -> review(Quarter.of(days.loaded())));
    }

    private void review(Quarter quarter) {
        List<Actor> administrators = accounts.administrators();
        // where a real person has the username nobody is invented
        if (!administrators.stream().allMatch(Actor::signedIn)) return;
        past.enterKept(administrators, PROVINCE, quarter.previous(), 12);
        Actor decider = administrators.getFirst();
        UUID running =
                Objects.requireNonNull(reviews.beginNow(decider, PROVINCE).expectDone());
        Review review = reviews.find(decider, running).orElseThrow();
        reviews.people(decider, review, Cursor.START, DECIDED).items().stream()
                .flatMap(person -> person.roles().stream())
                .filter(role -> !role.account().equals(decider.account()))
                .forEach(role -> decisions
                        .decide(decider, running, role.roleGrant(), ReviewedRole.Outcome.KEEP, null)
                        .expectDone());
    }
}
