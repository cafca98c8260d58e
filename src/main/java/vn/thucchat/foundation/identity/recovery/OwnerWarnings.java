package vn.thucchat.foundation.identity.recovery;

import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;

/** Tells an owner at every confirmed address, besides the inbox, of what others did that they may object to. */
@Component
public class OwnerWarnings {

    private final RecoveryMessages messages;

    OwnerWarnings(RecoveryMessages messages) {
        this.messages = messages;
    }

    /**
     * Sends a warning in the transaction of the act.
     *
     * @param text {@code persons-merged}: the message {@code notice.identity.<text>} goes to the inbox, {@code
     *     recovery.message.<text>} and its subject to addresses
     * @param path of this site, where the owner reads more and objects
     */
    public void warn(Actor owner, String text, String path) {
        messages.warn(owner, null, text, path);
    }
}
