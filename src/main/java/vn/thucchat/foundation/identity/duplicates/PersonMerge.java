package vn.thucchat.foundation.identity.duplicates;

import java.time.Instant;
import java.util.UUID;
import vn.thucchat.foundation.database.Transitions;

/**
 * A proposed, active or undone merge of two person records.
 *
 * @param goes the person of an old card, of 9 digits, that no longer answers
 * @param stays the person of a personal number, of 12 digits, that answers for both
 * @param stateBy who brought it into its state: somebody else decides
 */
public record PersonMerge(
        UUID id, UUID goes, UUID stays, boolean synthetic, State state, UUID stateBy, Instant stateAt) {

    /** State of a merge. */
    public enum State {
        PROPOSED,
        MERGED,
        DECLINED,
        /** still merged; an administrator decides */
        UNDO_PROPOSED,
        UNDONE;

        /** Declining an undoing leaves the two merged. */
        static final Transitions<State> LIFE = Transitions.from(PROPOSED)
                .act("approve", MERGED, PROPOSED)
                .act("decline", DECLINED, PROPOSED)
                .act("propose-undo", UNDO_PROPOSED, MERGED)
                .act("approve-undo", UNDONE, UNDO_PROPOSED)
                .act("decline-undo", MERGED, UNDO_PROPOSED);

        /** Whether an administrator is to decide. */
        public boolean waits() {
            return this == PROPOSED || this == UNDO_PROPOSED;
        }

        public String key() {
            return "duplicates.state." + this;
        }
    }

    /** An act on a merge, with the paper and the reason given. */
    public record Act(String act, UUID by, Instant at, String paper, String reason) {

        boolean proposes() {
            return act.startsWith("propose");
        }

        public String key() {
            return "duplicates.act." + act;
        }
    }

    /** Address of the page on which administrators decide the merge. */
    public String path() {
        return MergeDecisions.PATH + "/" + id;
    }
}
