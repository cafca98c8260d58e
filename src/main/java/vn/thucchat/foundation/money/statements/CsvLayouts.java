package vn.thucchat.foundation.money.statements;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.formats.CsvLayout;
import vn.thucchat.foundation.money.formats.CsvMapping;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Units;

/** How banks lay out their CSV statements. Everybody's: layouts are added, and none is changed under another's hands. */
@Service
public class CsvLayouts {

    private final CsvLayoutStore store;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    CsvLayouts(CsvLayoutStore store, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    public List<CsvLayout> all() {
        return store.all();
    }

    public Optional<CsvLayout> find(UUID id) {
        return store.find(id);
    }

    /** Whether the actor may add layouts: they are everybody's, so by keeping the books of a province. */
    public boolean mayAdd(Actor actor) {
        return units.mayChangeShared(actor, PaymentRoles.ACCOUNTANT);
    }

    @Transactional
    public Result add(Actor actor, String name, String source, CsvMapping mapping) {
        if (!mayAdd(actor)) return new Result.NotFound();
        if (!store.insert(new CsvLayout(Ids.next(clock), name, source, mapping), clock.instant()))
            return Result.invalid("name", "payments.layout.taken");
        log.record(actor, "payments.layout-added", "/money/layouts", name + " · " + source);
        return new Result.Done(null);
    }
}
