package vn.thucchat.foundation.money.payments;

import java.time.InstantSource;
import org.jspecify.annotations.NullMarked;

/** What is kept of who paid, for tests of other rooms. */
@NullMarked
public final class StoredRemittances {

    private StoredRemittances() {}

    /** @return how many are deleted that are older than so many days */
    public static long forget(Office office, InstantSource clock, int days) {
        return PayerDataRetention.forget(office.the(RemittanceStore.class), clock, days);
    }
}
