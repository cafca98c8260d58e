package vn.thucchat.foundation.identity.clientkeys;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Sha256;

/** Lets each signed text pass once, on whichever process it arrives. */
@Component
public class UsedJtis {

    private static final int LONGEST = 500;
    private static final int SWEPT_AT_ONCE = 5_000;

    private final UsedJtiStore store;
    private final InstantSource clock;

    UsedJtis(UsedJtiStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Writes down that a text was accepted; false when it was before, or has no name that can be written down.
     *
     * @param signer who chose the name: the client, or the thumbprint of a key
     * @param endsAt when the text is too old to be accepted anyway
     */
    public boolean use(String signer, @Nullable String jti, Instant endsAt) {
        if (jti == null || jti.isBlank() || jti.length() > LONGEST) return false;
        return store.use(Sha256.hex((signer + "\n" + jti).getBytes(StandardCharsets.UTF_8)), endsAt);
    }

    /** Forgets those of texts that are too old. */
    void sweep() {
        while (store.sweep(clock.instant(), SWEPT_AT_ONCE) == SWEPT_AT_ONCE) {
            if (Thread.currentThread().isInterrupted()) return;
        }
    }
}
