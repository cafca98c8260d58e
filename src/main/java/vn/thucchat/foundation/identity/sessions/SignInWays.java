package vn.thucchat.foundation.identity.sessions;

import java.util.List;
import java.util.UUID;

/** Ways to sign in that rooms above contribute: other providers of identity. */
public interface SignInWays {

    /**
     * A button on the pages to sign in.
     *
     * @param label {@code VNeID}
     * @param path that it leads to, which takes where to go back to as {@code to}
     * @param synthetic for invented people only
     */
    record Way(String label, String path, boolean synthetic) {}

    /** The ways that are open now. */
    List<Way> ways();

    /**
     * Those of them by which an account signs in.
     *
     * @param twoFactors only those that asked for two when they were used last
     */
    List<Way> of(UUID account, boolean twoFactors);
}
