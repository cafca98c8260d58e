package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Messages that nobody tries to deliver any more, until somebody says so: refused by their channel, or tried for days. */
@Service
public class PoisonList {

    /** A message that is not delivered. */
    public record Entry(String recipient, UUID id, String channel, int attempts, String lastError, Instant createdAt) {}

    private final OutboxStore store;
    private final InstantSource clock;

    PoisonList(OutboxStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Lists the messages, the oldest first. */
    public List<Entry> entries(int limit) {
        return store.poisoned(limit);
    }

    /**
     * Puts a message back into the queue, as if it had never been tried.
     *
     * @return whether it was in the list
     */
    public boolean retry(String recipient, UUID id) {
        return store.retry(recipient, id, clock.instant());
    }
}
