package vn.thucchat.foundation.identity.reviews.web;

import java.time.LocalDate;
import java.util.List;
import vn.thucchat.foundation.identity.reviews.Review;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** The reviews of a reader's units. */
public record ReviewsPage(List<Row> rows, Table table, LocalDate today) {

    /** @param unit its name */
    public record Row(Review review, String unit) {}

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("reviews.unit"),
            Table.Column.of("reviews.quarter"),
            Table.Column.of("reviews.decided"),
            Table.Column.of("reviews.state"));

    /** {@code Quý 4 năm 2026} */
    public static String quarter(Texts t, Review review) {
        return t.of(
                "reviews.quarter.of",
                Integer.toString(review.period().number()),
                Integer.toString(review.period().year()));
    }

    /** {@code Quá hạn từ 31/10/2026} */
    public static String state(Texts t, Review review, LocalDate today) {
        if (review.closedAt() != null) return t.of("reviews.state.closed", t.date(t.day(review.closedAt())));
        return t.of(review.overdue(today) ? "reviews.state.overdue" : "reviews.state.open", t.date(review.dueOn()));
    }
}
