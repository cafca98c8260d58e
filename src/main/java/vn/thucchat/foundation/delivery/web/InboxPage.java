package vn.thucchat.foundation.delivery.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Slice;

/**
 * A part of a person's messages.
 *
 * @param notes lines that other rooms add to messages, by the messages' ids
 * @param later whether this is not the first part
 */
public record InboxPage(Slice<InboxMessage> messages, Map<UUID, List<Link>> notes, boolean later) {

    /** What other rooms say of a message. */
    public List<Link> notes(InboxMessage message) {
        return notes.getOrDefault(message.id(), List.of());
    }
}
