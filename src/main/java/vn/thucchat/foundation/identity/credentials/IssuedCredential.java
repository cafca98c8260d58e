package vn.thucchat.foundation.identity.credentials;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential that was issued. What it says is not kept.
 *
 * @param list the status list that says whether it holds
 * @param idx its place there
 * @param batch of all that were issued for one offer
 * @param revokedAt when it was withdrawn, or null
 */
record IssuedCredential(
        UUID list,
        int idx,
        UUID id,
        UUID account,
        UUID batch,
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
        DATA_DELETED,
        /** its code came twice: one of the two who brought it stole it */
        CODE_REUSED,
        ACCOUNT_DISABLED
    }

    /** @param now the time of the look */
    boolean good(Instant now) {
        return revokedAt == null && now.isBefore(endsAt);
    }
}
