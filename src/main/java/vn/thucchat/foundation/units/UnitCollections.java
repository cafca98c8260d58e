package vn.thucchat.foundation.units;

import java.time.InstantSource;
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

    /** @return whether the collection has been taken; if not, the files say what is wrong */
    @Transactional
    boolean take(String name, UnitFiles files, boolean shipped, String by) {
        if (!files.sound()) return false;
        store.lock();
        UnitRules.check(files, store.unitsOfOthers(name), store.unitsOf(name));
        if (files.sound())
            store.replace(
                    new UnitsStore.Collection(name, files.hash(), shipped, by),
                    clock.instant(),
                    files.versions(),
                    files.successions());
        return files.sound();
    }
}
