package vn.thucchat.foundation.identity.requests;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * What a person asks about their own data.
 *
 * @param unit whose data protection officers answer
 * @param acknowledgedAt when an officer said that it has arrived, or null
 * @param answer null while it is under way
 */
public record DataRequest(
        UUID account,
        UUID id,
        Kind kind,
        UnitCode unit,
        boolean synthetic,
        Saying saying,
        @Nullable Instant acknowledgedAt,
        @Nullable Answer answer) {

    /** The kind of work that an acknowledgement is. */
    public static final String ACKNOWLEDGE = "identity.data-request-received";

    /** The rights of Article 4 that can be asked for here. */
    public enum Kind {
        SEE,
        CORRECT,
        DELETE,
        RESTRICT,
        OBJECT,
        EXPORT;

        /** The kind of work that its answer is: {@code identity.data-request-see}. */
        public String work() {
            return "identity.data-request-" + name().toLowerCase(Locale.ROOT);
        }

        public String key() {
            return "requests.kind." + this;
        }

        /** Whether the answer gathers what is held. */
        boolean gathers() {
            return this == SEE || this == EXPORT;
        }
    }

    /** What was said. */
    public record Saying(String reason, Instant madeAt) {}

    /**
     * What an officer answered.
     *
     * @param done whether it was done as asked
     * @param deleted purposes and how many records were deleted of each, {@code identity.account 1}; null where nothing
     *     was to be
     */
    public record Answer(
            boolean done, String answer, @Nullable List<String> deleted, Instant answeredAt, UUID answeredBy) {}
}
