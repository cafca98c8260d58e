package vn.thucchat.foundation.identity.accounts;

import java.util.UUID;

/** How many sessions of an account go on; the room that keeps them tells it. */
public interface OpenSessionCount {

    int of(UUID account);
}
