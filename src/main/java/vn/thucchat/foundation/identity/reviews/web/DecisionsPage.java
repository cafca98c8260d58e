package vn.thucchat.foundation.identity.reviews.web;

import java.util.List;
import vn.thucchat.foundation.identity.reviews.Review;
import vn.thucchat.foundation.identity.reviews.ReviewedRole;
import vn.thucchat.foundation.pages.Table;

/**
 * What was decided in a review.
 *
 * @param unit its name
 */
public record DecisionsPage(Review review, String unit, List<ReviewedRole> decided, Table table) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("reviews.person"), Table.Column.of("reviews.role"), Table.Column.of("reviews.decision"));
}
