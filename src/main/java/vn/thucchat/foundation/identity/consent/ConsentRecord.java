package vn.thucchat.foundation.identity.consent;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's consent to one purpose, or its withdrawal.
 *
 * @param no counts the acts of a person for a purpose, from 1; the last one holds
 * @param given false of a withdrawal
 * @param version of the purpose
 * @param textHash of the words that were read
 * @param proof made of all other parts by a key of the platform
 */
public record ConsentRecord(
        UUID account,
        UUID id,
        String purpose,
        int no,
        boolean given,
        int version,
        String textHash,
        Channel channel,
        String proof,
        Instant at) {

    /** How a person acted. */
    public enum Channel {
        /** signed in, on the page of consents */
        WEB
    }

    /** What the proof is made of, in one fixed order. */
    String proven() {
        return String.join(
                "\n",
                account.toString(),
                id.toString(),
                purpose,
                Integer.toString(no),
                Boolean.toString(given),
                Integer.toString(version),
                textHash,
                channel.name(),
                at.toString());
    }
}
