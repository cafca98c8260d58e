package vn.thucchat.foundation.facts;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Counts the subjects of sums, each sum once. */
record SubjectCounts(CellSuppression.Subjects subjects, Map<BitSet, long[]> counted) {

    SubjectCounts(CellSuppression.Subjects subjects) {
        this(subjects, new HashMap<>());
    }

    /** Of nobody there is nothing to tell. */
    boolean few(BitSet parts) {
        for (long count : of(parts)) if (count > 0 && count < Evidence.Group.FEWEST_SUBJECTS) return true;
        return false;
    }

    boolean nobody(BitSet parts) {
        return most(parts) == 0;
    }

    long most(BitSet parts) {
        long most = 0;
        for (long count : of(parts)) most = Math.max(most, count);
        return most;
    }

    /** Without the parts of nobody: that there is nothing in them may be known. */
    BitSet somebody(BitSet parts) {
        return parts.stream().filter(part -> !nobody(part(part))).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static BitSet part(int number) {
        var part = new BitSet();
        part.set(number);
        return part;
    }

    private long[] of(BitSet parts) {
        return counted.computeIfAbsent(parts, subjects::of);
    }
}
