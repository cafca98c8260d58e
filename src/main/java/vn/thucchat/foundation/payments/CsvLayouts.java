package vn.thucchat.foundation.payments;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;

/** How banks lay out their CSV statements. Everybody's: layouts are added, and none is changed under another's hands. */
@Service
public class CsvLayouts {

    private final CsvLayoutStore store;
    private final AccessLog log;
    private final InstantSource clock;

    CsvLayouts(CsvLayoutStore store, AccessLog log, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    public List<CsvLayout> all() {
        return store.all();
    }

    public Optional<CsvLayout> find(UUID id) {
        return store.find(id);
    }

    /** @return false when there is one of that name */
    @Transactional
    public boolean add(Actor actor, String name, String source, CsvMapping mapping) {
        if (!store.insert(new CsvLayout(Ids.next(clock), name, source, mapping), clock.instant())) return false;
        log.record(actor, "payments.layout-added", "/money/layouts", name + " · " + source);
        return true;
    }
}
