package vn.thucchat.foundation.facts;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds of which given sums another sum is a linear combination: whoever sees the given sums can compute the other.
 * Gaussian elimination over the integers modulo a prime, exact and of bounded size; what holds for fractions holds there.
 *
 * <p>Example: {@code ab + bc - abc} is {@code b}.
 */
final class LinearCombinations {

    /** A Mersenne prime: products of two factors fit in a {@code long}. */
    private static final long PRIME = (1L << 31) - 1;

    /** By the first part that a row has; after the parts follows one column for each of the given sums. */
    private final Map<Integer, SortedMap<Integer, Long>> pivots = new HashMap<>();

    private final int parts;

    LinearCombinations(List<BitSet> given) {
        this.parts = given.stream().mapToInt(BitSet::length).max().orElse(0);
        for (int i = 0; i < given.size(); i++) {
            SortedMap<Integer, Long> row = row(given.get(i));
            row.put(parts + i, 1L);
            reduce(row);
            if (row.firstKey() < parts) pivots.put(row.firstKey(), row);
        }
    }

    /** The numbers of given sums that together, with factors, come to a sum; empty where none do. */
    Optional<BitSet> of(BitSet sum) {
        SortedMap<Integer, Long> row = row(sum);
        if (sum.length() > parts) return Optional.empty();
        reduce(row);
        if (!row.isEmpty() && row.firstKey() < parts) return Optional.empty();
        return Optional.of(
                row.keySet().stream().map(column -> column - parts).collect(BitSet::new, BitSet::set, BitSet::or));
    }

    private static SortedMap<Integer, Long> row(BitSet sum) {
        var row = new TreeMap<Integer, Long>();
        sum.stream().forEach(part -> row.put(part, 1L));
        return row;
    }

    /** Subtracts pivots until the row begins with a column that has none. */
    private void reduce(SortedMap<Integer, Long> row) {
        while (!row.isEmpty()) {
            SortedMap<Integer, Long> pivot = pivots.get(row.firstKey());
            if (pivot == null) return;
            long factor =
                    row.firstEntry().getValue() * inverse(pivot.firstEntry().getValue()) % PRIME;
            pivot.forEach((column, value) -> {
                long left = Math.floorMod(row.getOrDefault(column, 0L) - factor * value, PRIME);
                if (left == 0) row.remove(column);
                else row.put(column, left);
            });
        }
    }

    /** By Fermat's little theorem. */
    private static long inverse(long value) {
        long inverse = 1;
        long power = value;
        for (long rest = PRIME - 2; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) inverse = inverse * power % PRIME;
            power = power * power % PRIME;
        }
        return inverse;
    }
}
