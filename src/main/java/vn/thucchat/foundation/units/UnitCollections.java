package vn.thucchat.foundation.units;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the two files of a province into the tables, whole or not at all. */
@Component
class UnitCollections {

    private final UnitsStore store;
    private final InstantSource clock;

    UnitCollections(UnitsStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return what is wrong; when empty, the collection has been taken */
    @Transactional
    List<Fault> take(String name, UnitFiles files, boolean shipped, String by) {
        if (!files.faults().isEmpty()) return files.faults();
        store.lock();
        List<Fault> faults = UnitRules.check(files, store.unitsOfOthers(name), store.unitsOf(name));
        if (faults.isEmpty())
            store.replace(
                    new UnitsStore.Collection(name, files.hash(), shipped, by),
                    clock.instant(),
                    files.versions(),
                    files.successions());
        return faults;
    }
}
