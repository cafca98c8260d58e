package vn.thucchat.foundation.identity.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * What a person says against a look at their data.
 *
 * @param subject the account of the person
 * @param look the line of the access log
 * @param unit whose administrators answer: the reader's
 * @param reply null while it waits
 */
public record ReadObjection(
        UUID id,
        UUID subject,
        Look look,
        UnitCode unit,
        boolean synthetic,
        Saying saying,
        @Nullable Reply reply) {

    /** The kind of work that its answer is. */
    public static final String WORK = "identity.look-objection";

    /** The line of the access log, and whose act it was. */
    public record Look(UUID look, UUID lookedBy) {}

    /** What was said. */
    public record Saying(String reason, Instant madeAt) {}

    /** What an administrator answered. */
    public record Reply(String answer, Instant answeredAt, UUID answeredBy) {}
}
