package vn.thucchat.foundation.notify.announcements;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.identity.consent.Consents;

/** Takes back messages of an announcement that was stopped, and of whoever has withdrawn their consent since. */
@Component
record AnnouncementRecall(AnnouncementStore store, Consents consents) implements Inbox.Recall {

    private static final String BEGINNING = Announcements.OPEN_PATH + "/";

    @Override
    public boolean recalled(InboxMessage message) {
        if (!message.textKey().equals(AnnouncementWording.TEXT)) return false;
        Optional<Announcement> of = store.find(UUID.fromString(message.link().substring(BEGINNING.length())));
        return of.isEmpty()
                || of.get().state() == Announcement.State.STOPPED
                || (of.get().draft().kind() != Announcement.Purpose.DANGER
                        && !consents.holds(message.recipient(), message.kind()));
    }
}
