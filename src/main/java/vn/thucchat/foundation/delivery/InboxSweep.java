package vn.thucchat.foundation.delivery;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;

/** Deletes messages of inboxes that were opened long ago. */
@Component
record InboxSweep(InboxStore store) implements RetentionSweep {

    @Override
    public String purpose() {
        return "delivery.inbox";
    }

    @Override
    public int count(Instant before, int most) {
        return store.countSeen(before, most);
    }

    @Override
    public int delete(Instant before, int most) {
        return store.deleteSeen(before, most);
    }
}
