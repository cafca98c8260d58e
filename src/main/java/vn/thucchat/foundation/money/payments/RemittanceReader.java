package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.util.Optional;

/** Reads what a source's messages say of who paid and why. Found by type: each room that takes messages has one. */
public interface RemittanceReader {

    /** Whether it reads the messages of a source. */
    boolean reads(Movement.Source source);

    /**
     * Reads a message as it was taken.
     *
     * @param sourceId which of its transactions
     * @return empty when the message tells of no such transaction
     */
    Optional<RemittanceInfo> read(Movement.Source source, String sourceId, Instant receivedAt, String message);
}
