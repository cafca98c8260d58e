package vn.thucchat.foundation.identity.logout;

import java.util.UUID;

/** A session in which somebody signed in at a client. */
record ClientSession(UUID account, UUID session, UUID client) {

    /** Before all others. */
    static final ClientSession FIRST = new ClientSession(new UUID(0, 0), new UUID(0, 0), new UUID(0, 0));
}
