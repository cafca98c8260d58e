package vn.thucchat.foundation.rollups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.Facts;

/**
 * Adds the sums by hour to days that were counted before such sums were kept. The facts of such a day are counted anew up to
 * the position of the roll-ups; the sums of its month and half-year do not change.
 */
record RollUpBackfill(
        Facts facts,
        RollUpKinds kinds,
        RollUpSubjectStore subjects,
        RollUpCellStore cells,
        RollUpPositionStore position) {

    /** What came of adding hours. */
    enum Outcome {
        /** The last day without hours has them now. */
        ADDED,
        /** Another process holds the position; whoever waited for it would keep that one from counting new facts. */
        HELD,
        NOTHING_LEFT
    }

    /** Adds the sums by hour to the latest day that has none, in the caller's transaction. */
    Outcome next() {
        Optional<RollUpPositionStore.Mark> held = position.tryHold();
        if (held.isEmpty()) return Outcome.HELD;
        LocalDate day = held.get().withoutHours();
        if (day == null) return Outcome.NOTHING_LEFT;
        List<Cell> without = cells.withoutHours(day);
        var numbers = new RollUpSubjects(subjects);
        var batch = new RollUpBatch(kinds, numbers);
        cells.deleteDays(without);
        facts.cells(without, held.get().position(), batch::count);
        numbers.number(batch.unnumbered());
        cells.add(batch.days());
        cells.put(batch.states());
        position.withoutHours(cells.dayBefore(day));
        return Outcome.ADDED;
    }
}
