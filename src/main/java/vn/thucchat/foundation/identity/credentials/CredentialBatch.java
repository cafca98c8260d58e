package vn.thucchat.foundation.identity.credentials;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All credentials that were issued for one offer: copies of which each is shown to somebody else.
 *
 * @param copies how many
 * @param good whether one of them holds
 * @param revokedAt when the last of them was withdrawn, or null where one was not
 */
public record CredentialBatch(
        UUID id,
        String type,
        Instant issuedAt,
        Instant endsAt,
        int copies,
        boolean good,
        @Nullable Instant revokedAt) {}
