package vn.thucchat.foundation.identity.factors;

import java.util.UUID;
import vn.thucchat.foundation.identity.access.Factor;

/** One kind of proof besides the password, as accounts have it or not. Each kind is a bean. */
interface OwnedFactor {

    Factor kind();

    boolean has(UUID account);

    /** Takes it from an account whose owner has lost it, in the caller's transaction. */
    void drop(UUID account);
}
