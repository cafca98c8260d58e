package vn.thucchat.foundation.identity.purposes;

import java.util.List;
import java.util.UUID;

/**
 * Names the other accounts of the human being whose an account is, where persons were found to be one. Rooms that keep
 * something of accounts show that person what is kept of all. Implemented by the room of people, which lies above.
 */
public interface SameOwner {

    /** The others, without the account itself; few, mostly none. */
    List<UUID> others(UUID account);
}
