package vn.thucchat.foundation.identity.accounts;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;

/** Forgets the hashed passwords of accounts that were closed long ago. */
@Component
record ClosedAccountSweep(ClosedAccountStore store) implements RetentionSweep {

    @Override
    public String purpose() {
        return "identity.account";
    }

    @Override
    public int count(Instant before, int most) {
        return store.count(before, most);
    }

    @Override
    public int delete(Instant before, int most) {
        return store.delete(before, most);
    }
}
