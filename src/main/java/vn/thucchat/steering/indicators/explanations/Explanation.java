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
 * "Yêu cầu giải trình": a leader's question about a figure, and the unit's answer. Both stay with the figure. Where the
 * leader asked again, it is the last question; those before are its {@link Exchange}s.
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

        static final Transitions<State> LIFE = Transitions.from(ASKED)
                .act("answer", ANSWERED, ASKED)
                .act("ask-again", ASKED, ANSWERED)
                .act("close", CLOSED, ANSWERED);
    }

    /**
     * An earlier question and its answer, which a leader asked on from.
     *
     * @param exchange 1 is the first
     */
    public record Exchange(
            UUID explanation,
            int exchange,
            String question,
            Instant askedAt,
            String askedByName,
            LocalDate due,
            String answer,
            Instant answeredAt,
            String answeredByName,
            List<Attachment> files) {}

    /** Somebody who was told of it and is not asked. */
    public record Recipient(UUID account, String name, Instant toldAt, String toldByName) {}

    /** A file that came with the answer. */
    public record Attachment(UUID file, String name) {}
}
