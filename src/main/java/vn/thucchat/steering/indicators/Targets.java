package vn.thucchat.steering.indicators;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.units.UnitCode;

/** What units are to reach, with the document that says so. */
@Service
public class Targets {

    private final TargetStore store;
    private final DocumentStore documents;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Targets(TargetStore store, DocumentStore documents, Access access, AccessLog log, InstantSource clock) {
        this.store = store;
        this.documents = documents;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** What came of setting targets: all or none. */
    public sealed interface Set {
        record Done(int targets) implements Set {}

        /** The units that the actor's role does not reach. */
        record OutOfReach(Collection<UnitCode> units) implements Set {}
    }

    /**
     * Sets targets, all or none; those that held before stay readable. Every target names the same document.
     *
     * @param targets with values ≥ 0; indicators and units exist (checked by whoever read the form)
     */
    @Transactional
    public Set set(Actor actor, Document document, List<Target> targets) {
        if (!actor.equals(Actor.PLATFORM)) {
            var mine = access.units(actor, Role.STEERING_OFFICE);
            var beyond = new TreeSet<UnitCode>();
            for (Target target : targets) if (!mine.contains(target.unit().value())) beyond.add(target.unit());
            if (!beyond.isEmpty()) return new Set.OutOfReach(beyond);
        }
        Document kept = documents.keep(document);
        var now = clock.instant();
        store.insert(
                targets.stream()
                        .map(t -> new Target(
                                t.id(),
                                t.indicator(),
                                t.unit(),
                                t.period(),
                                t.value(),
                                kept,
                                t.derivation(),
                                t.synthetic(),
                                now))
                        .toList(),
                actor.account());
        log.record(actor, "indicators.targets-set", "/targets", targets.size() + " · " + kept.citation());
        return new Set.Done(targets.size());
    }

    /** The targets that hold for units and periods; of real and of demonstration data apart. */
    public List<Target> holding(Collection<UnitCode> units, Collection<Period> periods) {
        return store.holding(units, periods);
    }

    /** Every target there was for a figure, newest first. */
    public List<Target> history(String indicator, UnitCode unit, Period period) {
        return store.history(indicator, unit, period);
    }
}
