package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.charts.Columns;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.steering.indicators.definitions.web.Quantity;

/**
 * The facts behind a figure, the newest first.
 *
 * @param figure back to the figure
 * @param value the figure that they make
 * @param part numerator or denominator where only that is shown, in words; or null
 * @param total how many there are, or null when they are not counted
 * @param sums what they come to, for each term of the formula in words
 * @param groups the same facts by day and by unit; null where there are few, or a group was chosen
 * @param chosen the group whose rows alone are shown, to the page of all; or null
 * @param first the first page, null on it
 * @param next the next page, null on the last
 * @param note why single facts are not shown, or null
 */
public record EvidencePage(
        String indicator,
        String pillar,
        List<Link> path,
        String period,
        Link figure,
        @Nullable Quantity value,
        @Nullable String part,
        @Nullable Long total,
        List<String> sums,
        @Nullable Groups groups,
        @Nullable Link chosen,
        List<Row> rows,
        @Nullable String first,
        @Nullable String next,
        @Nullable String note) {

    /**
     * @param units by what they come to, the largest first; empty where there is one only
     * @param grain {@code by day}, {@code by week} or {@code by month}, in words
     * @param course how it went; null where there is nothing to see
     * @param stretches the days, weeks or months, the latest first
     */
    public record Groups(
            List<Group> units, String grain, @Nullable Columns course, List<Group> stretches) {}

    /** @param amount what its facts come to, in words */
    public record Group(String name, String url, String amount) {}

    /**
     * @param kind in words
     * @param facets name and value of each, in words
     * @param subject the pseudonym of whom or what it is about, made for this figure; or null
     * @param amount with its unit in the measure; null when the kind has none
     * @param correction it takes the place of an earlier fact
     * @param url the record that it came from, opened by the module that owns it; empty where several stand in one row
     */
    public record Row(
            LocalDate day,
            String unit,
            String kind,
            List<String> facets,
            @Nullable String subject,
            BigDecimal count,
            @Nullable Quantity amount,
            Provenance provenance,
            boolean synthetic,
            boolean correction,
            String url) {

        /** The first signs of the pseudonym: enough to tell a page's rows apart. */
        public String briefSubject() {
            return subject == null || subject.length() <= BRIEF
                    ? String.valueOf(subject)
                    : subject.substring(0, BRIEF) + "…";
        }
    }

    private static final int BRIEF = 6;

    /** Whether pseudonyms stand on the page, to be explained. */
    public boolean pseudonyms() {
        return rows.stream().anyMatch(row -> row.subject() != null);
    }
}
