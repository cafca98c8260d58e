package vn.thucchat.foundation.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects the sums that are withheld from the public (cell suppression), so that nobody learns by subtraction what one
 * to four subjects did. Withheld are the sums of one to four subjects. Where a sum that is shown, less the shown sums
 * within it, would be of one to four subjects, or be a sum that is withheld, the smallest other sum within it is
 * withheld too, or else the sum itself; and where a sum of few is still a linear combination of what is shown, the
 * smallest of these is withheld, until none is. The choice is the same for the same families, in whatever order their
 * sums are given.
 *
 * <p>Example: of a district's communes with 3, 6 and 9 paid stalls the first is small and the second is withheld with
 * it; the district's 18 less the 9 that are shown are of nine stalls.
 *
 * @param <K> what sums are named by
 */
public final class CellSuppression<K> {

    /** Counts distinct subjects of parts; several numbers where several sets of subjects are told of. */
    public interface Subjects {
        long[] of(BitSet parts);
    }

    /** What can become of a sum that is not small. */
    public enum Choice {
        /** It repeats others in another form: withheld before any other. */
        FIRST,
        FREE,
        /** It is known already and does not help by being withheld. */
        KNOWN
    }

    /** A sum that the public sees if it is not withheld. */
    public static final class Sum<K> {
        final BitSet parts;
        final Choice choice;
        private final @Nullable K key;
        private boolean withheld;

        private Sum(@Nullable K key, BitSet parts, Choice choice) {
            this.key = key;
            this.parts = parts;
            this.choice = choice;
        }

        boolean seen() {
            return !withheld || choice == Choice.KNOWN;
        }

        boolean holds(Sum<K> other) {
            return SumFamily.within(other.parts, parts) && !other.parts.equals(parts);
        }
    }

    private final SubjectCounts counts;
    private final Comparator<Sum<K>> smallest;
    private final Comparator<Sum<K>> narrowest;
    private final List<Sum<K>> sums = new ArrayList<>();
    private final List<SumFamily<K>> families = new ArrayList<>();

    /** @param order of sums with equally many subjects */
    public CellSuppression(Subjects subjects, Comparator<K> order) {
        this.counts = new SubjectCounts(subjects);
        this.smallest = Comparator.comparing((Sum<K> sum) -> sum.choice)
                .thenComparingLong(sum -> counts.most(sum.parts))
                .thenComparing(sum -> Objects.requireNonNull(sum.key), order);
        this.narrowest = Comparator.comparingInt((Sum<K> sum) -> sum.parts.cardinality())
                .thenComparing(sum -> sum.key, Comparator.nullsLast(order));
    }

    /** Adds a sum. */
    public Sum<K> sum(K key, BitSet parts, Choice choice) {
        var sum = new Sum<>(key, parts, choice);
        sums.add(sum);
        return sum;
    }

    /** A sum that is shown anyhow, for a family. */
    public static <K> Sum<K> shown(BitSet parts) {
        return new Sum<>(null, parts, Choice.KNOWN);
    }

    /** Adds sums that can be subtracted from one another: those of a period, or those of a unit. */
    public void family(List<Sum<K>> family) {
        families.add(new SumFamily<>(family.stream().sorted(narrowest).toList(), new HashMap<>()));
    }

    /** The keys of what is withheld. */
    public Set<K> withheld() {
        for (Sum<K> sum : sums) sum.withheld = counts.few(sum.parts);
        do protectAll();
        while (withholdOfCombination());
        var keys = new HashSet<K>();
        for (Sum<K> sum : sums) if (sum.withheld && sum.key != null) keys.add(sum.key);
        return keys;
    }

    private void protectAll() {
        long before = -1;
        for (long now = count(); now != before; now = count()) {
            before = now;
            for (SumFamily<K> family : families) for (Sum<K> sum : family.sums()) protect(sum, family);
        }
    }

    private long count() {
        return families.stream()
                .flatMap(family -> family.sums().stream())
                .filter(sum -> sum.withheld)
                .count();
    }

    /** Withholds others, or the sum, until what the sum tells beside them may be told. */
    private void protect(Sum<K> of, SumFamily<K> family) {
        if (family.equal(of).anyMatch(sum -> sum.withheld)) of.withheld = true;
        List<Sum<K>> within = family.within(of);
        while (!of.withheld && tells(family.rest(of), within)) {
            Optional<Sum<K>> other = of.choice == Choice.FIRST ? Optional.empty() : next(of, family);
            if (other.isEmpty()) of.withheld = true;
            else withhold(other.get(), family);
        }
        if (!of.seen()) hide(of, family);
    }

    /** Withholds a sum by all its names, and does not leave it to be added up from its parts. */
    private void withhold(Sum<K> sum, SumFamily<K> family) {
        family.equal(sum).forEach(same -> same.withheld = true);
        hide(sum, family);
    }

    /** Withholds others until a sum that is withheld is not the sum of parts that are seen. */
    private void hide(Sum<K> sum, SumFamily<K> family) {
        while (counts.nobody(family.rest(sum))) {
            Optional<Sum<K>> other = next(sum, family);
            if (other.isEmpty()) return;
            withhold(other.get(), family);
        }
    }

    private Optional<Sum<K>> next(Sum<K> of, SumFamily<K> family) {
        return family.next(of, sum -> !counts.nobody(sum.parts), smallest);
    }

    /**
     * Withholds the smallest sum of a combination, of whatever families, that comes to a sum of few: as of two months of
     * a quarter and the units beside one, where each family by itself tells nothing.
     *
     * @return whether there was one
     */
    private boolean withholdOfCombination() {
        List<Sum<K>> hidden = sums.stream()
                .filter(sum -> !sum.seen() && counts.few(sum.parts))
                .sorted(smallest)
                .toList();
        if (hidden.isEmpty()) return false;
        List<Sum<K>> seen = Stream.concat(sums.stream(), families.stream().flatMap(family -> family.sums().stream()))
                .distinct()
                .filter(sum -> sum.seen() && !counts.few(sum.parts))
                // by what is known first: what that comes to is known, whatever is withheld
                .sorted(Comparator.comparing((Sum<K> sum) -> sum.choice != Choice.KNOWN)
                        .thenComparing(narrowest))
                .toList();
        var combinations = new LinearCombinations(
                seen.stream().map(sum -> counts.somebody(sum.parts)).toList());
        for (Sum<K> sum : hidden) {
            Optional<Sum<K>> smallestOf = combinations.of(counts.somebody(sum.parts)).stream()
                    .flatMap(of -> of.stream().mapToObj(seen::get))
                    .filter(it -> it.choice != Choice.KNOWN)
                    .min(smallest);
            if (smallestOf.isEmpty()) continue;
            smallestOf.get().withheld = true;
            return true;
        }
        return false;
    }

    private boolean tells(BitSet rest, List<Sum<K>> within) {
        return counts.few(rest) || within.stream().anyMatch(sum -> sum.withheld && sum.parts.equals(rest));
    }
}
