package vn.thucchat.foundation.delivery.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/**
 * A part of a person's messages.
 *
 * @param texts of messages that are worded otherwise than by the message files
 * @param notes lines that other rooms add to messages, by the messages' ids
 * @param later whether this is not the first part
 */
public record InboxPage(
        Slice<InboxMessage> messages, Map<UUID, String> texts, Map<UUID, List<Link>> notes, boolean later) {

    public String text(InboxMessage message, Texts t) {
        return texts.getOrDefault(message.id(), message.text(t));
    }

    /** What other rooms say of a message. */
    public List<Link> notes(InboxMessage message) {
        return notes.getOrDefault(message.id(), List.of());
    }
}
