package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.channels.Medium;

/**
 * Notices of one person that leave in one message.
 *
 * @param id under which it leaves
 * @param medium by which it goes, or went last
 * @param endedAt when it was sent, or given up
 */
record NoticeDigest(
        UUID account,
        UUID id,
        Instant at,
        Medium medium,
        @Nullable Instant endedAt) {

    /**
     * Code of the notice kind under which channels that need a template per kind (Zalo) look up the template of digests.
     */
    static final String KIND = "notify.digest";
}
