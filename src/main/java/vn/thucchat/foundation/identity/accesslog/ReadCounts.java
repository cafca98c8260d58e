package vn.thucchat.foundation.identity.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts of how many people each reader read the data. */
@Component
public class ReadCounts {

    private final ReadCountStore store;

    ReadCounts(ReadCountStore store) {
        this.store = store;
    }

    /** @param subjects how many people */
    public record Count(UUID account, int subjects) {}

    /** Readers of the data of more people than are allowed, the most first. */
    public List<Count> above(int allowed, Instant from, Instant until) {
        return store.above(allowed, from, until);
    }
}
