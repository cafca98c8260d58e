package vn.thucchat.steering.indicators;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/** What facts come to in one stretch of days; as yet only in memory. */
final class RollUpCell {

    /** In the order of the table's key. */
    record Key(
            RollUpGrain grain,
            LocalDate start,
            String kind,
            UnitCode unit,
            Map<String, String> facets,
            Provenance provenance,
            boolean synthetic) {

        /** Neighbours in the table one after the other; what is left open does not matter to it. */
        static final Comparator<Key> ORDER = Comparator.comparing(Key::grain)
                .thenComparing(Key::start)
                .thenComparing(Key::kind)
                .thenComparing(Key::unit);

        Key coarser(RollUpGrain coarser) {
            return new Key(coarser, coarser.start(start), kind, unit, facets, provenance, synthetic);
        }

        Cell cell() {
            return new Cell(unit, kind, start);
        }
    }

    private static final int[] NOBODY = {};

    private long count;
    private long amount;
    private int[] subjects = NOBODY;
    private int size;

    void add(long moreCount, long moreAmount) {
        count += moreCount;
        amount += moreAmount;
    }

    void add(int subject) {
        if (size == subjects.length) subjects = Arrays.copyOf(subjects, Math.max(2, size * 2));
        subjects[size++] = subject;
    }

    void add(RollUpCell other) {
        add(other.count, other.amount);
        for (int i = 0; i < other.size; i++) add(other.subjects[i]);
    }

    long count() {
        return count;
    }

    long amount() {
        return amount;
    }

    /** With repetitions, in no order. */
    int[] subjects() {
        return Arrays.copyOf(subjects, size);
    }
}
