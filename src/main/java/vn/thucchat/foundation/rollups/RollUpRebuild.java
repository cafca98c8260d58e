package vn.thucchat.foundation.rollups;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Fact;

/**
 * Counts facts that come in the order of unit, kind and day: when a half-year of a unit and kind has passed, its cells
 * are complete, and are written once, without looking for what was there.
 */
final class RollUpRebuild {

    private static final int FACTS = 100_000;

    private final RollUpKinds kinds;
    private final RollUpSubjects subjects;
    private final RollUpNextStore next;
    private final LongConsumer progress;
    private RollUpBatch batch;
    private @Nullable Fact last;
    private int inBatch;
    private long done;

    RollUpRebuild(RollUpKinds kinds, RollUpSubjects subjects, RollUpNextStore next, LongConsumer progress) {
        this.kinds = kinds;
        this.subjects = subjects;
        this.next = next;
        this.progress = progress;
        this.batch = new RollUpBatch(kinds, subjects);
    }

    void add(Fact fact) {
        if (inBatch >= FACTS && last != null && !sameHalf(last, fact)) finish();
        batch.count(fact);
        last = fact;
        inBatch++;
    }

    /** Writes what is complete: everything so far. */
    void finish() {
        subjects.number(batch.unnumbered());
        Map<RollUpCell.Key, RollUpCell> cells = new HashMap<>(batch.days());
        batch.days().forEach((day, cell) -> RollUpWriter.addCoarse(cells, day, cell));
        next.addCells(cells);
        next.addStates(batch.states());
        done += inBatch;
        progress.accept(done);
        inBatch = 0;
        batch = new RollUpBatch(kinds, subjects);
    }

    private static boolean sameHalf(Fact one, Fact other) {
        return half(one).equals(half(other))
                && one.kind().equals(other.kind())
                && one.unit().equals(other.unit());
    }

    private static LocalDate half(Fact fact) {
        return RollUpGrain.S.start(fact.day());
    }
}
