package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Transitions;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;

/**
 * Money on an account for charges that pays for nothing, or not for what it should: somebody has to say what it is. On
 * its owner's account only what may be for a sale whose code it nearly names, and what the bank took back.
 *
 * @param movement the number of the movement on the account
 * @param outcome why it waits
 * @param waitingVnd đồng of it that pay for nothing yet
 * @param code what it names, or on its owner's account nearly names; null: nothing
 * @param closedBy who decided; null: nobody has yet, or nothing was to be decided
 * @param decision what somebody said; null: nobody has yet
 * @param refundVnd đồng that are to be given back by that decision
 * @param returned the number of the movement that gave it back; null: none has yet
 * @param version grows with each change
 */
public record PaymentException(
        int account,
        long movement,
        MatchStatus outcome,
        long waitingVnd,
        @Nullable String code,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable UUID closedBy,
        @Nullable Decision decision,
        long refundVnd,
        @Nullable Long returned,
        int version) {

    /** Where it stands, by {@link PaymentExceptionStore#STATE}; {@link #LIFE} is the whole of it. */
    enum State {
        WAITING,
        ASSIGNED,
        /** decided to be given back, and not yet given */
        REFUNDED,
        RETURNED,
        DEPOSITED,
        KEPT;

        /** What waits is split where part of it pays for something; what waits for nobody may still be taken back. */
        static final Transitions<State> LIFE = Transitions.from(WAITING)
                .act("split", WAITING, WAITING)
                .act("assign", ASSIGNED, WAITING)
                .act("refund", REFUNDED, WAITING)
                .act("deposit", DEPOSITED, WAITING)
                .act("keep", KEPT, WAITING)
                .act("give back", RETURNED, REFUNDED)
                .act("reverse", RETURNED, WAITING, ASSIGNED, DEPOSITED, KEPT);
    }

    /** What is done with the money. */
    public enum Decision {
        /** it pays for something that was asked for */
        ASSIGNED("assign"),
        /** it is to be given back */
        REFUNDED("refund"),
        /** it is cash or Mobile Money that collectors took before, brought to the bank */
        DEPOSITED("deposit"),
        /** it stays where it is: a gift, interest, the unit's own money; or part of what is owed is there */
        KEPT("keep");

        /** of {@link State#LIFE} */
        final String act;

        Decision(String act) {
            this.act = act;
        }
    }

    /** Why nobody has to decide: kept with what it closed, so that the act of the system can be checked. */
    public enum Rule {
        /** paid short, and all of the money is counted for what it names: the rest is still asked for */
        PART_PAYMENT
    }

    /** Closed as it comes where {@link Rule} says so. */
    static PaymentException of(Movement movement, long waitingVnd) {
        boolean part = movement.outcome() == MatchStatus.UNDERPAID && waitingVnd == 0;
        return new PaymentException(
                movement.account(),
                movement.number(),
                movement.outcome(),
                waitingVnd,
                movement.code(),
                movement.receivedAt(),
                part ? movement.receivedAt() : null,
                null,
                part ? Decision.KEPT : null,
                0,
                null,
                1);
    }

    /** The owner's own, perhaps for a sale: no money waits in the books. */
    static PaymentException guessed(Movement movement, String code) {
        return new PaymentException(
                movement.account(),
                movement.number(),
                movement.outcome(),
                movement.amountVnd(),
                code,
                movement.receivedAt(),
                null,
                null,
                null,
                0,
                null,
                1);
    }

    /** The rule that closed it; null: a person did, the bank did, or nobody has yet. */
    public @Nullable Rule rule() {
        boolean part = outcome == MatchStatus.UNDERPAID && decision == Decision.KEPT && closedBy == null;
        return part ? Rule.PART_PAYMENT : null;
    }

    /** Whether it is to be given back and was not yet. */
    public boolean toReturn() {
        return refundVnd > 0 && returned == null;
    }
}
