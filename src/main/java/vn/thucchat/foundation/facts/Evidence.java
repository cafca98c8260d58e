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

    /**
     * What facts in force come to.
     *
     * @param facts how many there are
     * @param count the sum of their counts
     * @param amount the sum of their amounts, in the kind's unit
     * @param subjects how many distinct subjects they are about
     */
    public record Total(long facts, long count, long amount, long subjects) {}

    /**
     * What facts in force come to by day, the latest first, and by unit, by code. Distinct subjects are not told: they do
     * not add up.
     */
    public record Summary(List<OfDay> days, List<OfUnit> units) {}

    public record OfDay(LocalDate day, Total total) {}

    public record OfUnit(UnitCode unit, Total total) {}

    /** What the facts of one kind, unit and day come to. */
    public record Group(LocalDate day, UnitCode unit, String kind, Total total) {

        /** Of fewer distinct subjects than this nobody is told who may not open the acts. */
        public static final int FEWEST_SUBJECTS = 5;

        /** Whether the sums may be told to everybody. */
        public boolean mayBeTold() {
            return total.subjects() >= FEWEST_SUBJECTS;
        }

        /** Where a next page begins, to be read again by {@link #after}. */
        public String cursor() {
            return day + "~" + unit + "~" + kind;
        }

        /** @throws IllegalArgumentException when the text is not from {@link #cursor} */
        public static Group after(String cursor) {
            String[] parts = cursor.split("~", -1);
            if (parts.length != 3) throw new IllegalArgumentException("Not a cursor: " + cursor);
            try {
                return new Group(LocalDate.parse(parts[0]), new UnitCode(parts[1]), parts[2], new Total(0, 0, 0, 0));
            } catch (java.time.format.DateTimeParseException e) {
                throw new IllegalArgumentException("Not a cursor: " + cursor, e);
            }
        }
    }

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

    /** One unit's facts from one day to another, both included. */
    public record Stretch(UnitCode unit, LocalDate from, LocalDate to) {}

    /** The key of one fact. */
    public record Key(UnitCode unit, FactId id) {}

    /**
     * What was last stated of a subject: the kind, the unit, all facets, the day and the provenance name one fact.
     *
     * @param subject null when the fact is about the unit itself
     */
    public record Standing(
            String kind,
            UnitCode unit,
            Map<String, String> facets,
            @Nullable UUID subject,
            boolean synthetic,
            LocalDate day,
            Provenance provenance) {}

    /**
     * What to look for: the facts of some kinds in some stretches, and single facts by key.
     *
     * @param selectors of the facts in {@code stretches}
     * @param keys facts that belong to the answer whatever their kind, unit and day
     * @param synthetic which facts of the stretches: the real ones, the invented ones, or both
     * @param after the cursor of the page before, or null for the first
     * @param limit 1 to 500
     */
    public record Query(
            Collection<Selector> selectors,
            Collection<Stretch> stretches,
            Collection<Key> keys,
            Set<Boolean> synthetic,
            @Nullable Cursor after,
            int limit) {

        /** Facts of several units from one day to another. */
        public static Query of(
                Collection<Selector> selectors,
                Collection<UnitCode> units,
                LocalDate from,
                LocalDate to,
                Set<Boolean> synthetic,
                @Nullable Cursor after,
                int limit) {
            return new Query(
                    selectors,
                    units.stream().map(unit -> new Stretch(unit, from, to)).toList(),
                    List.of(),
                    synthetic,
                    after,
                    limit);
        }

        public Query {
            if (limit < 1 || limit > 500) throw new IllegalArgumentException("A limit of 1 to 500, not " + limit);
        }
    }
}
