package vn.thucchat.foundation.rollups;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Position;

/** Writes what stretches of the log come to, one after the other, in the caller's transaction. */
record RollUpWriter(Facts facts, RollUpSubjects subjects, RollUpCellStore store) {

    /** @param last the position of the stretch's last fact: cells are recounted as they stood there */
    void write(RollUpBatch batch, Position last) {
        Set<RollUpCellStore.Half> recountedHalves = new HashSet<>();
        if (!batch.recount().isEmpty()) {
            batch.forgetRecounted();
            store.deleteDays(batch.recount());
            facts.cells(batch.recount(), last, batch::count);
            for (Cell cell : batch.recount()) recountedHalves.add(half(cell));
        }
        subjects.number(batch.unnumbered());
        store.add(batch.days());
        Map<RollUpCell.Key, RollUpCell> coarse = new HashMap<>();
        batch.days().forEach((key, cell) -> {
            if (recountedHalves.isEmpty() || !recountedHalves.contains(half(key.cell()))) addCoarse(coarse, key, cell);
        });
        if (!recountedHalves.isEmpty()) {
            store.deleteCoarse(recountedHalves);
            store.days(recountedHalves, (key, cell) -> addCoarse(coarse, key, cell));
        }
        store.add(coarse);
        store.put(batch.states());
    }

    static void addCoarse(Map<RollUpCell.Key, RollUpCell> coarse, RollUpCell.Key day, RollUpCell cell) {
        coarse.computeIfAbsent(day.coarser(RollUpGrain.M), _ -> new RollUpCell())
                .add(cell);
        coarse.computeIfAbsent(day.coarser(RollUpGrain.S), _ -> new RollUpCell())
                .add(cell);
    }

    private static RollUpCellStore.Half half(Cell cell) {
        return new RollUpCellStore.Half(cell.unit(), cell.kind(), RollUpGrain.S.start(cell.day()));
    }
}
