package vn.thucchat.foundation.identity.recovery;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.MergeUndoListener;

/**
 * Ends the recoveries that run for accounts of two persons who no longer count as one: a counter gave one of them a link to
 * an account of the other.
 */
@Component
record MergeUndoRecoveries(RecoveryStore store, RecoveryCompletion ends) implements MergeUndoListener {

    @Override
    public void undone(Collection<UUID> accounts) {
        accounts.forEach(account -> store.endAll(account, ends.now()));
    }
}
