package vn.thucchat.foundation.rollups;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        static final Comparator<Key> ORDER = (a, b) -> {
            int order = a.grain.compareTo(b.grain);
            if (order == 0) order = a.start.compareTo(b.start);
            if (order == 0) order = a.kind.compareTo(b.kind);
            return order != 0 ? order : a.unit.compareTo(b.unit);
        };

        // By hand, because every fact looks its cell up and a record's own are several times slower.
        @Override
        public int hashCode() {
            int hash = start.hashCode() * 31 + kind.hashCode();
            hash = (hash * 31 + unit.value().hashCode()) * 31 + facets.hashCode();
            return (hash * 31 + provenance.name().hashCode()) * 31 + (synthetic ? 1 : 0);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && synthetic == key.synthetic
                    && grain == key.grain
                    && provenance == key.provenance
                    && start.equals(key.start)
                    && kind.equals(key.kind)
                    && unit.value().equals(key.unit.value())
                    && facets.equals(key.facets);
        }

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
    private @Nullable RollUpHours hours;

    void add(long moreCount, long moreAmount) {
        count += moreCount;
        amount += moreAmount;
    }

    /** Adds what happened at an hour of the cell's day. */
    void addAt(int hour, long moreCount, long moreAmount) {
        add(moreCount, moreAmount);
        if (hours == null) hours = new RollUpHours();
        hours.add(hour, moreCount, moreAmount);
    }

    void addSubjectAt(int hour, int subject) {
        add(subject);
        if (hours != null) hours.addSubject(hour, subject);
    }

    void add(int subject) {
        if (size == subjects.length) subjects = Arrays.copyOf(subjects, Math.max(2, size * 2));
        subjects[size++] = subject;
    }

    /** Adds another one's facts, without their hours. */
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

    /** The bytes of the cell's hours and those that the table has; null for a cell without hours. */
    byte @Nullable [] hours(byte @Nullable [] before) {
        if (hours == null) return null;
        if (before != null) hours.add(before);
        return hours.bytes();
    }
}
