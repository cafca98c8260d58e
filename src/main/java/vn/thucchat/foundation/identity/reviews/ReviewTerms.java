package vn.thucchat.foundation.identity.reviews;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.retention.PrivacyRules;

/** Computes start and due dates of reviews from the dated privacy rules that the data protection officer of a province states anew. */
@Component
public class ReviewTerms {

    /** Grace period in days from which undecided roles count as kept without limit. */
    private static final int FOR_GOOD = 3650;

    private final PrivacyRules rules;

    ReviewTerms(PrivacyRules rules) {
        this.rules = rules;
    }

    /** The day on which the reviews of a quarter begin: its first, or a later one. */
    LocalDate begins(Quarter quarter) {
        LocalDate day = quarter.firstDay().plusDays(rules.of("review.first-day", quarter.firstDay()) - 1L);
        LocalDate last = quarter.firstDay().plusMonths(3).minusDays(1);
        return day.isAfter(last) ? last : day;
    }

    /** The last day to decide, of a review that begins on a day. */
    LocalDate due(LocalDate begun) {
        return begun.plusDays(rules.of("review.days", begun));
    }

    /** Whether roles of which nobody decided go on when the term has passed. */
    public boolean undecidedStay(Review review) {
        return stayDays(review) >= FOR_GOOD;
    }

    /** The last day on which roles of which nobody decided are held. */
    public LocalDate undecidedUntil(Review review) {
        return review.dueOn().plusDays(stayDays(review));
    }

    private int stayDays(Review review) {
        return rules.of("review.stay-days", review.dueOn());
    }
}
