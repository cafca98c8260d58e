package vn.thucchat.foundation.notify.zalo;

import java.time.Instant;

/**
 * What a person wrote to the official account, as Zalo signed it.
 *
 * @param user Zalo's id of the person for this official account; personal data
 * @param event Zalo's id of the message: it may be told several times
 * @param text empty of a person who has just begun to follow the account
 */
public record ZaloMessage(String user, String event, String text, Instant at) {

    /** Hears of messages. A bean; at most one. */
    public interface Listener {
        void received(ZaloMessage message);
    }
}
