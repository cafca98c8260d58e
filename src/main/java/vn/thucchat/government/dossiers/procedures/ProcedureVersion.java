package vn.thucchat.government.dossiers.procedures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Transitions;
import vn.thucchat.foundation.units.UnitCode;

/**
 * What a procedure asks and promises from a day on.
 *
 * @param id what a dossier keeps
 * @param draft what it says
 * @param revision counts the versions of the procedure, from 1
 * @param checked how far its source was read
 * @param unit whose editors proposed it
 */
public record ProcedureVersion(UUID id, Draft draft, int revision, Checked checked, UnitCode unit, Decision decision) {

    /**
     * What somebody proposes.
     *
     * @param code of the national database of procedures: {@code 1.001193}
     * @param field of administration: {@code Hộ tịch}
     * @param validFrom the first day
     * @param abolished from that day on nobody can ask for it any more
     * @param source the document that says so: {@code Quyết định 1872/QĐ-BTP ngày 04/9/2020}
     */
    public record Draft(
            String code,
            String name,
            String field,
            LocalDate validFrom,
            boolean abolished,
            String source,
            ProcedureContent content) {}

    /** How far what is shipped was checked against its source. */
    public enum Checked {
        READ,
        SECONDARY,
        /** from memory: an office has to compare it with the document before it relies on it */
        RECALLED
    }

    /** How far a version is. */
    public enum State {
        PROPOSED,
        APPROVED,
        RETURNED
    }

    /**
     * Who proposed a version, and who decided on it.
     *
     * @param reason why it was returned; empty else
     */
    public record Decision(
            State state,
            String reason,
            UUID proposedBy,
            Instant proposedAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {}

    static final Transitions<State> LIFE = Transitions.from(State.PROPOSED)
            .act("approve", State.APPROVED, State.PROPOSED)
            .act("return", State.RETURNED, State.PROPOSED);

    public String path() {
        return "/procedures/" + draft.code();
    }
}
