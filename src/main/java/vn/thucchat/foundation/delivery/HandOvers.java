package vn.thucchat.foundation.delivery;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The ledger of hand-overs: which messages are expected to be seen, were seen, and are overdue. */
@Service
public class HandOvers {

    private final OutboxStore store;
    private final InstantSource clock;

    HandOvers(OutboxStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Notes that a recipient has seen a message; the first time counts.
     *
     * @return whether it was not seen before
     */
    public boolean seen(String recipient, UUID id) {
        return store.seen(recipient, id, clock.instant());
    }

    /** Lists what is due and was not seen, the longest overdue first. */
    public List<HandOver> overdue(int limit) {
        return store.overdue(clock.instant(), limit);
    }
}
