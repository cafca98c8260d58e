package vn.thucchat.foundation.identity.purposes;

import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.pages.Texts;

/**
 * Gathers what a room holds of an account's owner for one purpose, and deletes what no law keeps of it. The room has a
 * bean of this type for each of its purposes.
 */
public interface PersonalDataSource {

    /** Code of the {@link DataPurpose}. */
    String purpose();

    /** All that is held, in the words of a language where it has words; at most some thousands. */
    List<PersonalRecord> gather(UUID account, Texts t);

    /**
     * Deletes for good what no law keeps, in the transaction of the request that asks for it. What stays is told by the
     * purpose's own words of how long it is kept.
     *
     * @return how many records were deleted
     */
    default int delete(UUID account) {
        return 0;
    }
}
