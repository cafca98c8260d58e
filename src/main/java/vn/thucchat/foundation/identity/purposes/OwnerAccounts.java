package vn.thucchat.foundation.identity.purposes;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds the other accounts of an account's owner, where persons were found to be one. Rooms that keep something of accounts
 * show that owner what is kept of all. Implemented by the room of people, which lies above.
 */
public interface OwnerAccounts {

    /** The others, without the account itself; few, mostly none. */
    List<UUID> others(UUID account);

    /**
     * Tells whether two accounts are of one person, merged or not, however weakly their numbers were proven; true of an
     * account and itself. Acts that take two persons ask this.
     */
    boolean sameOwner(UUID account, UUID other);

    /** The account itself first, then the others. */
    default List<UUID> withOthers(UUID account) {
        return Stream.concat(Stream.of(account), others(account).stream()).toList();
    }
}
