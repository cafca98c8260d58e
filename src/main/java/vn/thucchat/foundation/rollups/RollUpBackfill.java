package vn.thucchat.foundation.rollups;

import java.time.LocalDate;
import java.util.List;
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

    /** Adds hours to the last day without them, in the caller's transaction. */
    void next() {
        RollUpPositionStore.Mark mark = position.hold();
        LocalDate day = mark.withoutHours();
        if (day == null) return;
        List<Cell> without = cells.withoutHours(day);
        var numbers = new RollUpSubjects(subjects);
        var batch = new RollUpBatch(kinds, numbers);
        cells.deleteDays(without);
        facts.cells(without, mark.position(), batch::count);
        numbers.number(batch.unnumbered());
        cells.add(batch.days());
        cells.put(batch.states());
        position.withoutHours(cells.dayBefore(day));
    }
}
