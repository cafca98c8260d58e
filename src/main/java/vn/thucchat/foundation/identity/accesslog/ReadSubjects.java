package vn.thucchat.foundation.identity.accesslog;

import java.util.Collection;
import java.util.UUID;

/**
 * Names under what else lines about an account's owner are kept. Somebody who is served without an account is named by
 * the id of their person, and sees those lines once an account is theirs.
 */
public interface ReadSubjects {

    /** The ids besides the account's own; few. */
    Collection<UUID> of(UUID account);
}
