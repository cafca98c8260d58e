package vn.thucchat.foundation.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.units.UnitCode;

/**
 * What the facts of one unit come to where they have some facets: counted from the log itself and at once, for the
 * module that recorded them. Takes time in proportion to the facts of the unit, kind and days, so it is for days and
 * months; figures of many units and years are read from roll-ups.
 */
@Service
public class Tallies {

    /** Facts of a unit whose facets include all of {@code filter}, real or invented. */
    public record Of(UnitCode unit, Map<String, String> filter, boolean synthetic) {

        public Of {
            filter = Map.copyOf(filter);
        }

        public Of with(String facet, String value) {
            var more = new java.util.HashMap<>(filter);
            more.put(facet, value);
            return new Of(unit, more, synthetic);
        }
    }

    /** Of some kinds and days: each kind as a whole, and by what its facts say in one facet. */
    public record Sums(Map<String, Tally> kinds, Map<String, Map<String, Tally>> byFacet) {

        public Tally of(String kind) {
            return Objects.requireNonNullElse(kinds.get(kind), Tally.NONE);
        }

        public Tally of(String kind, String facet) {
            return Objects.requireNonNullElse(
                    byFacet.getOrDefault(kind, Map.of()).get(facet), Tally.NONE);
        }
    }

    /**
     * A kind's day: by the hour of the Vietnamese clock in which it happened, and by whom it is about.
     *
     * @param subjects those with the largest amount first
     */
    public record Course(SortedMap<Integer, Tally> hours, Map<UUID, Tally> subjects) {}

    private final TallyStore store;

    Tallies(TallyStore store) {
        this.store = store;
    }

    /** @param facet by whose values each kind is divided too; facts without it are in the whole only */
    public Sums sums(Of of, Collection<String> kinds, String facet, LocalDate from, LocalDate to) {
        return store.sums(of, kinds, facet, from, to);
    }

    public Course course(Of of, String kind, LocalDate day) {
        return store.course(of, kind, day);
    }

    /**
     * How things stand at the end of a day, for kinds that state it: by kind the sum of what was stated last of each
     * subject. Kinds of which nothing was stated are not in it.
     */
    public Map<String, Long> standing(Of of, Collection<String> kinds, LocalDate day) {
        return store.standing(of, kinds, day);
    }
}
