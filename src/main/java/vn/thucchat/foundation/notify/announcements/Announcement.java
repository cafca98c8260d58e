package vn.thucchat.foundation.notify.announcements;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Transitions;
import vn.thucchat.foundation.units.UnitCode;

/**
 * A notice to many people.
 *
 * @param unit that writes it and answers for its cost
 * @param synthetic of the demonstration; it goes to invented people only
 * @param version goes up with each act, so that a stale page is noticed
 */
public record Announcement(
        UUID id, UnitCode unit, boolean synthetic, Draft draft, State state, int version, Progress progress) {

    /** Where an announcement stands. */
    public enum State {
        DRAFT,
        /** Another person is to approve it. */
        SUBMITTED,
        /** It waits for its hour. */
        APPROVED,
        /** Messages are being written, batch by batch. */
        SENDING,
        /** A message was written for everybody; channels may still be carrying them. */
        SENT,
        /** Stopped by a person: messages that had not left do not leave. */
        STOPPED
    }

    /** Purpose of an announcement: which consent it needs, and whether it may pass quiet hours. */
    public enum Purpose {
        ADMINISTRATION,
        LIFE,
        /** Danger to life: no quiet hours, no consent; a leader approves it. */
        DANGER;

        /** The code of the kind of notice, and of the purpose that people consent to: {@code announcement.life}. */
        public String code() {
            return "announcement." + name().toLowerCase(Locale.ROOT);
        }

        static Purpose of(String code) {
            for (Purpose purpose : values()) if (purpose.code().equals(code)) return purpose;
            throw new IllegalArgumentException(code);
        }
    }

    /** Content of an announcement as its writer enters it. */
    public record Draft(
            Group group,
            Words words,
            String purpose,
            @Nullable Instant sendAt) {

        public Purpose kind() {
            return Purpose.of(purpose);
        }
    }

    /**
     * To whom it goes.
     *
     * @param source code of the {@link AudienceSource}
     * @param groupKey of the group there
     */
    public record Group(String source, String groupKey, String groupName) {}

    /** The words in Vietnamese and, where both are written, in English. */
    public record Words(String titleVi, String textVi, String titleEn, String textEn) {}

    /**
     * @param round of the count that was submitted last
     * @param handed the last account that a batch looked at
     */
    public record Progress(
            UUID writtenBy,
            int round,
            @Nullable Instant approvedAt,
            @Nullable UUID handed,
            @Nullable Instant endedAt) {}

    static final Transitions<State> LIFE = Transitions.from(State.DRAFT)
            .act("change", State.DRAFT, State.DRAFT)
            .act("submit", State.SUBMITTED, State.DRAFT)
            .act("send-back", State.DRAFT, State.SUBMITTED)
            .act("approve", State.APPROVED, State.SUBMITTED)
            .act("require-reapproval", State.SUBMITTED, State.APPROVED)
            .act("begin", State.SENDING, State.APPROVED)
            .act("end", State.SENT, State.SENDING)
            .act("stop", State.STOPPED, State.APPROVED, State.SENDING, State.SENT);

    /** Whether everybody may read it: nobody reads what was stopped before any of it left. */
    public boolean open() {
        return switch (state) {
            case SENDING, SENT -> true;
            case STOPPED -> progress.handed() != null;
            case DRAFT, SUBMITTED, APPROVED -> false;
        };
    }

    /** The page where everybody reads it. */
    public static String path(UUID id) {
        return Announcements.OPEN_PATH + "/" + id;
    }
}
