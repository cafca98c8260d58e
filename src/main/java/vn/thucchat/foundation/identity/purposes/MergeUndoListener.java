package vn.thucchat.foundation.identity.purposes;

import java.util.Collection;
import java.util.UUID;

/**
 * Takes back what a room let accounts do or see together because their owners counted as one person. Called when two merged
 * persons are found to be two, in the transaction that parts them. Implemented by rooms that keep such a thing.
 */
public interface MergeUndoListener {

    /** @param accounts all accounts of both persons */
    void undone(Collection<UUID> accounts);
}
