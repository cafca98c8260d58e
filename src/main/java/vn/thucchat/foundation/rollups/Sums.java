package vn.thucchat.foundation.rollups;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.facts.Position;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/** Reads from the roll-ups what the facts of units come to, each unit by itself. */
@Service
public class Sums {

    /**
     * What one unit's facts come to for one term; there is none where there are no facts.
     *
     * @param term the place of the term in the list asked for
     * @param subjects for {@link Measure#SUBJECTS} the subjects' numbers ({@code value} of them): unite them over units
     *     and periods, never add. Null for other measures
     */
    public record Sum(
            int term,
            UnitCode unit,
            Provenance provenance,
            boolean synthetic,
            long value,
            @Nullable RoaringBitmap subjects) {}

    /**
     * The last amount that was stated of a subject in one unit, whoever stated it.
     *
     * @param subject null when it is about the unit itself
     */
    public record State(
            String kind,
            UnitCode unit,
            Map<String, String> facets,
            @Nullable UUID subject,
            boolean synthetic,
            LocalDate day,
            Provenance provenance,
            long amount) {}

    /** The numbers of the subjects of one unit's facts with the same facets in a month. */
    public record MonthSubjects(
            Month month,
            String kind,
            Map<String, String> facets,
            UnitCode unit,
            boolean synthetic,
            RoaringBitmap subjects) {}

    private final RollUpStore rollUps;
    private final StateStore states;

    Sums(RollUpStore rollUps, StateStore states) {
        this.rollUps = rollUps;
        this.states = states;
    }

    /**
     * Sums the facts of each unit from one day to another, both included, for each term. Terms of {@link Measure#LAST}
     * come to nothing here.
     */
    public List<Sum> of(List<Term> terms, Collection<UnitCode> units, LocalDate from, LocalDate to) {
        return rollUps.sums(terms, units, from, to);
    }

    /**
     * Sums a term that adds up by day.
     *
     * @param fewest a unit's day with fewer distinct subjects is left out; 0: none is
     */
    public SortedMap<LocalDate, Long> byDay(
            Term term, boolean synthetic, Collection<UnitCode> units, LocalDate from, LocalDate to, int fewest) {
        return rollUps.days(term, synthetic, units, from, to, fewest);
    }

    /** How far the log was counted: sums change only when it moves on, or the roll-ups are rebuilt. */
    public Position position() {
        return new RollUpPositionStore(rollUps.jdbc()).read().position();
    }

    /** The subjects of the facts of some kinds, of every unit, month by month. */
    public List<MonthSubjects> subjects(Collection<String> kinds, Year year) {
        return rollUps.subjects(kinds, year);
    }

    /**
     * Sums a term that adds up by the hour of the Vietnamese clock, 0 to 23, over all days. Sums of fewer facts than
     * those of their days must not be told beside them: the difference could be a single hour.
     *
     * @param each false: an hour of a unit's day with fewer distinct subjects than may be told is left out
     * @return empty while days are without hours that were counted before hours were kept
     */
    public Optional<SortedMap<Integer, Long>> byHour(
            Term term, boolean synthetic, Collection<UnitCode> units, LocalDate from, LocalDate to, boolean each) {
        return rollUps.hours(term, synthetic, units, from, to, each);
    }

    /**
     * Computes formulas of one unit as it is, without reforms of places; how things stand, at the end of the last day.
     *
     * @param synthetic of invented facts, or of real ones
     * @return a value for each formula
     */
    public Map<Formula, Formula.Value> values(
            Collection<Formula> formulas, UnitCode unit, boolean synthetic, LocalDate from, LocalDate to) {
        List<Term> terms = formulas.stream()
                .flatMap(formula -> formula.terms().stream())
                .distinct()
                .toList();
        var totals = new HashMap<Term, Total>();
        for (Sum sum : of(terms, List.of(unit), from, to))
            if (sum.synthetic() == synthetic)
                total(totals, terms.get(sum.term())).add(sum, null);
        List<Term> levels =
                terms.stream().filter(term -> term.measure() == Measure.LAST).toList();
        List<String> kinds = levels.stream().map(Term::kind).distinct().toList();
        for (State state : states.last(kinds, unit, common(levels), synthetic, to))
            for (Term term : levels)
                if (term.selects(state.kind(), state.facets()))
                    total(totals, term).add(state, null);
        var values = new HashMap<Formula, Formula.Value>();
        for (Formula formula : formulas)
            values.put(formula, formula.value(term -> {
                Total total = totals.get(term);
                return total == null ? null : total.value();
            }));
        return values;
    }

    /** The facets that all terms ask for, such as one market's code. */
    private static Map<String, String> common(List<Term> terms) {
        if (terms.isEmpty()) return Map.of();
        var common = new HashMap<>(terms.getFirst().filter());
        for (Term term : terms) common.entrySet().retainAll(term.filter().entrySet());
        return common;
    }

    private static Total total(Map<Term, Total> totals, Term term) {
        return totals.computeIfAbsent(term, _ -> new Total());
    }

    /** The last that was stated in each unit on or before a day. */
    public List<State> last(Collection<String> kinds, Collection<UnitCode> units, LocalDate day) {
        return states.last(kinds, units, day);
    }
}
