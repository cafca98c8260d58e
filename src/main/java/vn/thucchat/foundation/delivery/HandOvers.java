package vn.thucchat.foundation.delivery;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Notes in the ledger of hand-overs what recipients have seen; {@link HandOverLedger} shows it. */
@Service
record HandOvers(HandOverStore store, InstantSource clock) {

    /**
     * Notes that a recipient has seen a message; the first time counts.
     *
     * @return whether it was not seen before
     */
    boolean seen(String recipient, UUID id) {
        return store.see(recipient, id, clock.instant());
    }
}
