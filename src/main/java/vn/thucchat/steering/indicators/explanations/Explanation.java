package vn.thucchat.steering.indicators.explanations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Transitions;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * "Yêu cầu giải trình": a leader's question about a figure, and the unit's answer. Both stay with the figure.
 *
 * @param due the last day to answer
 * @param answer empty until answered
 */
public record Explanation(
        UUID id,
        String indicator,
        UnitCode unit,
        Period period,
        State state,
        String question,
        Instant askedAt,
        UUID askedBy,
        String askedByName,
        LocalDate due,
        String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredByName,
        List<Attachment> files,
        boolean synthetic,
        int version) {

    public enum State {
        ASKED,
        ANSWERED,
        /** the leader is satisfied */
        CLOSED;

        static final Transitions<State> LIFE =
                Transitions.from(ASKED).act("answer", ANSWERED, ASKED).act("close", CLOSED, ANSWERED);
    }

    /** A file that came with the answer. */
    public record Attachment(UUID file, String name) {}
}
