package vn.thucchat.foundation.rollups;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Subjects as numbers. Remembers about a million of them, each in the one slot that its bits point to, the newest
 * pushing out the one before. Numbers are given only by whoever holds the position.
 */
final class RollUpSubjects {

    static final int UNKNOWN = -1;
    private static final int SLOTS = 1 << 20;

    private final RollUpSubjectStore store;
    private final long[] high = new long[SLOTS];
    private final long[] low = new long[SLOTS];
    private final int[] numbers = new int[SLOTS];

    RollUpSubjects(RollUpSubjectStore store) {
        this.store = store;
    }

    int known(UUID subject) {
        int slot = slot(subject);
        boolean here = high[slot] == subject.getMostSignificantBits() && low[slot] == subject.getLeastSignificantBits();
        return here && numbers[slot] > 0 ? numbers[slot] : UNKNOWN;
    }

    /** Gives every subject of the list its number, a new one where it has none. */
    void number(List<RollUpBatch.Unnumbered> unnumbered) {
        if (unnumbered.isEmpty()) return;
        var missing = new LinkedHashSet<UUID>();
        for (var one : unnumbered) missing.add(one.subject());
        Map<UUID, Integer> found = new HashMap<>(missing.size() * 2);
        store.find(missing, found::put);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) store.insert(missing, found::put);
        for (var one : unnumbered) {
            Integer number = found.get(one.subject());
            if (number == null) throw new IllegalStateException("No number for subject " + one.subject());
            one.cell().addSubjectAt(one.hour(), number);
            remember(one.subject(), number);
        }
    }

    /** After a roll-back: the numbers given in that transaction were never given. */
    void forget() {
        java.util.Arrays.fill(numbers, 0);
    }

    private void remember(UUID subject, int number) {
        int slot = slot(subject);
        high[slot] = subject.getMostSignificantBits();
        low[slot] = subject.getLeastSignificantBits();
        numbers[slot] = number;
    }

    private static int slot(UUID subject) {
        long bits = (subject.getMostSignificantBits() ^ subject.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
        return (int) (bits >>> 44);
    }
}
