package vn.thucchat.foundation.units;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.SheetFiles;

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

        /** All that is wrong with the two files, from the top of each. */
        record Refused(List<CellError> units, List<CellError> successions) implements Outcome {}

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
    private final SheetFiles sheets;
    private final TransactionTemplate transactions;

    UnitImport(
            UnitCollections collections,
            UnitsStore store,
            Units units,
            AccessLog log,
            SheetFiles sheets,
            TransactionTemplate transactions) {
        this.collections = collections;
        this.store = store;
        this.units = units;
        this.log = log;
        this.sheets = sheets;
        this.transactions = transactions;
    }

    public List<Loaded> loaded() {
        return store.collections().stream()
                .map(there -> new Loaded(there.name(), there.shipped(), there.loadedBy()))
                .toList();
    }

    /** Tells whether the actor may import units, which all agencies share. */
    public boolean mayTake(Actor actor) {
        return units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    public Outcome take(Actor actor, String collection, byte[] unitsFile, byte[] successionsFile) {
        if (!mayTake(actor)) return new Outcome.NotAllowed();
        if (collection.length() > 40 || !NAME.matcher(collection).matches()) return new Outcome.BadName();
        UnitFiles files = UnitFiles.read(unitsFile, successionsFile, sheets.languages());
        boolean taken = transactions.execute(status -> {
            boolean sound = collections.take(collection, files, false, actor.username());
            if (sound)
                log.record(
                        actor,
                        "units.imported",
                        "/admin/units",
                        "%s: %d + %d"
                                .formatted(
                                        collection,
                                        files.versions().size(),
                                        files.successions().size()));
            return sound;
        });
        if (!taken) return new Outcome.Refused(files.unitErrors(), files.successionErrors());
        units.refresh();
        return new Outcome.Taken(files.versions().size(), files.successions().size());
    }
}
