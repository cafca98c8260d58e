package vn.thucchat.foundation.notify.conversations;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;

/** Deletes what was written long ago, whether it was answered or not, and links for chats that nobody used. */
@Component
record ConversationSweep(ConversationStore turns, ZaloLinkStore links) implements RetentionSweep {

    @Override
    public String purpose() {
        return Conversations.PURPOSE;
    }

    @Override
    public int count(Instant before, int most) {
        return turns.countOld(before, most);
    }

    @Override
    public int delete(Instant before, int most) {
        links.deleteOldOffers(before, most);
        return turns.deleteOld(before, most);
    }
}
