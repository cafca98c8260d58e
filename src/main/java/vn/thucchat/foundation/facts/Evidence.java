package vn.thucchat.foundation.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * A page of the facts behind a figure, the latest day first.
 *
 * @param facts at most the limit asked for
 * @param next where the next page begins, or null at the end
 */
public record Evidence(List<Entry> facts, @Nullable Cursor next) {

    /** @param corrected true when a later fact has taken its place, so that it no longer counts */
    public record Entry(Fact fact, boolean corrected) {}

    /** Facts of a kind whose facets include all of {@code filter}. */
    public record Selector(String kind, Map<String, String> filter) {}

    /** The last fact of a page. */
    public record Cursor(LocalDate day, UUID id) {

        /** @throws IllegalArgumentException when the text is not from {@link #toString} */
        public static Cursor parse(String text) {
            int split = text.indexOf('~');
            if (split < 0) throw new IllegalArgumentException("Not a cursor: " + text);
            try {
                return new Cursor(
                        LocalDate.parse(text.substring(0, split)), UUID.fromString(text.substring(split + 1)));
            } catch (java.time.format.DateTimeParseException e) {
                throw new IllegalArgumentException("Not a cursor: " + text, e);
            }
        }

        @Override
        public String toString() {
            return day + "~" + id;
        }
    }

    /**
     * What to look for.
     *
     * @param synthetic which facts: the real ones, the invented ones, or both
     * @param after the cursor of the page before, or null for the first
     * @param limit 1 to 500
     */
    public record Query(
            Collection<Selector> selectors,
            Collection<UnitCode> units,
            LocalDate from,
            LocalDate to,
            Set<Boolean> synthetic,
            @Nullable Cursor after,
            int limit) {

        public Query {
            if (limit < 1 || limit > 500) throw new IllegalArgumentException("A limit of 1 to 500, not " + limit);
        }
    }
}
