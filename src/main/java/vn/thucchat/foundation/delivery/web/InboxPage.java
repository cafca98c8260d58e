package vn.thucchat.foundation.delivery.web;

import org.springframework.context.NoSuchMessageException;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** @param later whether this is not the first part */
public record InboxPage(Slice<InboxMessage> messages, boolean later) {

    /** Text of a message; of one whose text a later release took away, where it leads. */
    public static String text(Texts t, InboxMessage message) {
        try {
            return t.of(message.textKey(), message.arguments().toArray());
        } catch (NoSuchMessageException gone) {
            return message.link();
        }
    }
}
