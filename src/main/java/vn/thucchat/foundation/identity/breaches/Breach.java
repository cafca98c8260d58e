package vn.thucchat.foundation.identity.breaches;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * A breach of personal data, as it is told of now.
 *
 * @param noticedAt when somebody here first knew of it
 * @param dueAt by when the authority is to be told
 * @param no of the latest revision
 * @param latest that revision
 */
public record Breach(
        UUID id, UnitCode unit, boolean synthetic, Instant noticedAt, Instant dueAt, int no, Revision latest) {

    /** The kind of work that telling the authority is. */
    public static final String WORK = "identity.breach-notice";

    /**
     * What is told of a breach.
     *
     * @param happened when, where, how, which data of how many: the first of the four contents of a notice
     * @param contact who answers questions
     * @param affected how many people
     * @param authorityToldAt when the authority was told, or null
     */
    public record Revision(
            String happened,
            String contact,
            String consequences,
            String measures,
            int affected,
            @Nullable Instant authorityToldAt,
            @Nullable Instant peopleToldAt) {}

    /** One revision with who wrote it. */
    public record Written(int no, Revision revision, String by, Instant writtenAt) {}

    /** How long there is to tell the authority; negative after it. Of one that is told: what was left then. */
    public Duration left(Instant now) {
        Instant told = latest.authorityToldAt();
        return Duration.between(told == null ? now : told, dueAt);
    }
}
