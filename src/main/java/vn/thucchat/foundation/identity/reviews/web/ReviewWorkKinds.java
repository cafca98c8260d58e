package vn.thucchat.foundation.identity.reviews.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.reviews.AccessReviews;
import vn.thucchat.foundation.identity.reviews.Review;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;

/** Declares the review that a unit's administrators owe each quarter, and words it. */
@Configuration(proxyBeanMethods = false)
class ReviewWorkKinds {

    @Bean
    static WorkKind accessReview(Access access) {
        return new WorkKind(
                Review.WORK,
                Roles.ADMINISTRATOR,
                true,
                (t, item) -> WorkLine.of(
                        t.of("reviews.work", item.arguments().getFirst()),
                        access.unitName(item.unit().value()),
                        item.dueOn(),
                        AccessReviews.PATH + "/" + item.evidence(),
                        t.of("reviews.work.open")));
    }
}
