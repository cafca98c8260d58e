package vn.thucchat.foundation.identity.sessions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.access.Assurance;
import vn.thucchat.foundation.identity.access.Factor;

/**
 * A session that goes on, as its owner sees it.
 *
 * @param seenAt when it was last used, to the minute
 * @param browser {@code Chrome · Android}; empty where it is not known
 * @param network {@code 192.0.2.7} or {@code 2001:db8:0:0::/64}; empty where it is not known
 */
public record OpenSession(
        UUID id,
        Instant begunAt,
        Instant seenAt,
        Factor firstFactor,
        Instant firstAt,
        @Nullable Factor secondFactor,
        @Nullable Instant secondAt,
        String browser,
        String network) {

    public Assurance assurance() {
        return new Assurance(firstFactor, firstAt, secondFactor, secondAt);
    }
}
