package vn.thucchat.foundation.identity.devicecodes;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's request that a person is to answer elsewhere.
 *
 * @param userMark of what the person types
 * @param secretHash of what the program keeps
 * @param waitSeconds how long the program is to wait between two questions
 * @param polledAt when it asked last
 * @param authorization the authorization that it gets, where the person allowed one
 * @param usedAt when it got it
 * @param network where it asked from, as people write it; empty where nobody knows
 */
record DeviceAuthorization(
        String userMark,
        String secretHash,
        UUID client,
        Set<String> scopes,
        Instant begunAt,
        Instant endsAt,
        int waitSeconds,
        @Nullable Instant polledAt,
        @Nullable Instant answeredAt,
        @Nullable UUID authorization,
        @Nullable Instant usedAt,
        String network) {}
