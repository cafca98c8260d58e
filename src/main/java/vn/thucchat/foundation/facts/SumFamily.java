package vn.thucchat.foundation.facts;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.thucchat.foundation.facts.CellSuppression.Sum;

/**
 * Sums that can be subtracted from one another.
 *
 * @param within what each of the sums holds, as far as it was looked for
 */
record SumFamily<K>(List<Sum<K>> sums, Map<Sum<K>, List<Sum<K>>> within) {

    List<Sum<K>> within(Sum<K> sum) {
        return within.computeIfAbsent(sum, of -> sums.stream().filter(of::holds).toList());
    }

    Stream<Sum<K>> equal(Sum<K> sum) {
        return sums.stream().filter(other -> other.parts.equals(sum.parts));
    }

    /**
     * The smallest within a sum that can be withheld, of those that are in no other that is seen.
     *
     * @param hiding whether it helps to withhold one
     */
    Optional<Sum<K>> next(Sum<K> of, Predicate<Sum<K>> hiding, Comparator<Sum<K>> smallest) {
        List<Sum<K>> within = within(of);
        List<Sum<K>> seen = within.stream().filter(Sum::seen).filter(hiding).toList();
        return seen.stream()
                .filter(sum -> sum.choice != CellSuppression.Choice.KNOWN)
                .filter(sum -> seen.stream().noneMatch(other -> other.holds(sum)))
                .filter(sum -> !known(sum))
                .min(smallest);
    }

    /** Whether a sum can be added up from what is known. */
    private boolean known(Sum<K> sum) {
        BitSet rest = (BitSet) sum.parts.clone();
        for (Sum<K> other : sums)
            if (other.choice == CellSuppression.Choice.KNOWN && within(other.parts, sum.parts))
                rest.andNot(other.parts);
        return rest.isEmpty();
    }

    /** The parts of a sum that are in none of the sums within it that are seen. */
    BitSet rest(Sum<K> of) {
        BitSet rest = (BitSet) of.parts.clone();
        for (Sum<K> sum : within(of)) if (sum.seen()) rest.andNot(sum.parts);
        return rest;
    }

    static boolean within(BitSet parts, BitSet whole) {
        for (int i = parts.nextSetBit(0); i >= 0; i = parts.nextSetBit(i + 1)) if (!whole.get(i)) return false;
        return true;
    }
}
