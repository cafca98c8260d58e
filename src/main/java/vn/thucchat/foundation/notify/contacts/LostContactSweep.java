package vn.thucchat.foundation.notify.contacts;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;

/** Deletes addresses that were removed or lost long ago. */
@Component
record LostContactSweep(ContactStore store) implements RetentionSweep {

    @Override
    public String purpose() {
        return "notify.contact";
    }

    @Override
    public int count(Instant before, int most) {
        return store.countLost(before, most);
    }

    @Override
    public int delete(Instant before, int most) {
        return store.deleteLost(before, most);
    }
}
