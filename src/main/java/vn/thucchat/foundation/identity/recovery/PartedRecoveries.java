package vn.thucchat.foundation.identity.recovery;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.OwnersParted;

/**
 * Ends the recoveries that run for accounts of two persons who no longer count as one: a counter gave one of them a link to
 * an account of the other.
 */
@Component
record PartedRecoveries(RecoveryStore store, RecoveryCompletion ends) implements OwnersParted {

    @Override
    public void parted(Collection<UUID> accounts) {
        accounts.forEach(account -> store.endAll(account, ends.now()));
    }
}
