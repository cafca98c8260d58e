package vn.thucchat.foundation.identity.purposes;

import java.time.Instant;

/**
 * Deletes what a purpose no longer needs. The room has a bean of this type; how many days are kept is the rule {@code
 * keep.<purpose>} that an office may state anew.
 */
public interface RetentionSweep {

    /** Code of the {@link DataPurpose}. */
    String purpose();

    /** How much is older, counted up to {@code most}. */
    int count(Instant before, int most);

    /** Deletes what is older, at most so much at once, for good. */
    int delete(Instant before, int most);
}
