package vn.thucchat.foundation.identity.credentials;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential that was issued. What it says is not kept.
 *
 * @param list the status list that says whether it holds
 * @param idx its place there
 * @param revokedAt when it was withdrawn, or null
 */
public record IssuedCredential(
        UUID list,
        int idx,
        UUID id,
        UUID account,
        String type,
        UUID holding,
        Instant issuedAt,
        Instant endsAt,
        @Nullable Instant revokedAt) {

    /** Why a credential holds no longer. */
    enum Reason {
        /** its holder withdrew it */
        HOLDER,
        HOLDING_ENDED,
        DATA_DELETED
    }

    /** @param now the time of the look */
    public boolean good(Instant now) {
        return revokedAt == null && now.isBefore(endsAt);
    }
}
