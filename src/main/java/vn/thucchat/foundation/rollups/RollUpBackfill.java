package vn.thucchat.foundation.rollups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.Facts;

/**
 * Adds the hours to days that were counted before hours were kept. Such a day is counted anew from the log as it was read
 * so far; months and half-years, which come to the same, stay.
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

    /** Adds hours to the last day without them, in the caller's transaction. */
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
