package vn.thucchat.foundation.identity.reviews.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.reviews.AccessReviews;
import vn.thucchat.foundation.identity.reviews.Review;
import vn.thucchat.foundation.identity.reviews.ReviewedRole;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/**
 * One review with a card for each person.
 *
 * @param unit its name
 * @param undecidedUntil the last day of roles of which nobody decided; null: they stay
 * @param reader whose own roles somebody else decides on
 * @param decide where decisions are sent, with the part of the list to come back to
 */
public record ReviewPage(
        Review review,
        String unit,
        List<AccessReviews.Person> people,
        Table table,
        Form<?> form,
        LocalDate today,
        @Nullable LocalDate undecidedUntil,
        UUID reader,
        String decide) {

    /** {@code Giữ đến 31/12/2026, quantri, 14:05 30/11/2026} */
    public static String decision(Texts t, ReviewedRole.Decision of) {
        String by = of.decidedBy() == null ? t.of("reviews.platform") : of.decidedBy();
        String day = of.lastDay() == null ? "" : " " + t.date(of.lastDay());
        return t.of(of.outcome().key()) + day + " · " + by + " · " + t.time(of.decidedAt());
    }

    /** What is wrong with the day that was typed for a role. */
    public @Nullable String fault(ReviewedRole role) {
        return form.text("roleGrant").equals(role.roleGrant().toString()) ? Fault.of(form.faults(), "lastDay") : null;
    }

    /** What was typed as its last day. */
    public String typed(ReviewedRole role) {
        return form.text("roleGrant").equals(role.roleGrant().toString()) ? form.text("lastDay") : "";
    }
}
