package vn.thucchat.foundation.notify.announcements;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that was done with an announcement.
 *
 * @param name of who did it, as it was then
 * @param note why it was sent back or stopped; empty where nothing was said
 */
public record AnnouncementAct(UUID announcement, int no, What act, UUID account, String name, String note, Instant at) {

    /** What was done. */
    public enum What {
        WRITTEN,
        CHANGED,
        SUBMITTED,
        APPROVED,
        SENT_BACK,
        /** By the platform: it would have cost more than was approved. */
        REAPPROVAL_REQUIRED,
        BEGUN,
        STOPPED,
        ENDED
    }
}
