package vn.thucchat.foundation.units;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Roles;

/**
 * Brings in the files of a province (form: {@code data/units/README.md}): checked whole, taken whole or not at all.
 * The same collection imported again takes the place of what it brought before; every code that it had must still be
 * in it, since facts may stand on it.
 */
@Service
public class UnitImport {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** What came of an import. */
    public sealed interface Outcome {
        /** The counts are lines taken. */
        record Taken(int versions, int successions) implements Outcome {}

        record Refused(List<Fault> faults) implements Outcome {}

        /** The collection's name is not lower-case letters, digits and hyphens, 40 at most. */
        record BadName() implements Outcome {}

        /** Only administrators of the nation or a province may change the units, and no demonstration account. */
        record NotAllowed() implements Outcome {}
    }

    /**
     * A collection that is there.
     *
     * @param shipped it came with the platform
     * @param by the user name of who imported it last
     */
    public record Loaded(String name, boolean shipped, String by) {}

    private final UnitCollections collections;
    private final UnitsStore store;
    private final Units units;
    private final AccessLog log;
    private final TransactionTemplate transactions;

    UnitImport(
            UnitCollections collections,
            UnitsStore store,
            Units units,
            AccessLog log,
            TransactionTemplate transactions) {
        this.collections = collections;
        this.store = store;
        this.units = units;
        this.log = log;
        this.transactions = transactions;
    }

    public List<Loaded> loaded() {
        return store.collections().stream()
                .map(there -> new Loaded(there.name(), there.shipped(), there.loadedBy()))
                .toList();
    }

    /** Whether the actor may bring in units: they are everybody's. */
    public boolean mayTake(Actor actor) {
        return units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    public Outcome take(Actor actor, String collection, byte[] unitsFile, byte[] successionsFile) {
        if (!mayTake(actor)) return new Outcome.NotAllowed();
        if (collection.length() > 40 || !NAME.matcher(collection).matches()) return new Outcome.BadName();
        UnitFiles files = UnitFiles.read(unitsFile, successionsFile);
        List<Fault> faults = transactions.execute(status -> {
            List<Fault> found = collections.take(collection, files, false, actor.username());
            if (found.isEmpty())
                log.record(
                        actor,
                        "units.imported",
                        "/admin/units",
                        "%s: %d + %d"
                                .formatted(
                                        collection,
                                        files.versions().size(),
                                        files.successions().size()));
            return found;
        });
        if (!faults.isEmpty()) return new Outcome.Refused(faults);
        units.refresh();
        return new Outcome.Taken(files.versions().size(), files.successions().size());
    }
}
