package vn.thucchat.foundation.identity.accounts;

import java.util.List;
import java.util.UUID;

/**
 * Tells people of acts about their own accounts, so that nobody changes how a person signs in without that person's
 * knowing. Implemented by a room that delivers messages, which lies above.
 */
public interface AccountNotices {

    /**
     * Sends a message in the transaction of the act that it tells of.
     *
     * @param kind {@code identity.passkey-added}
     * @param link a path of this site where more is said
     */
    void tell(UUID account, String kind, String textKey, List<String> arguments, String link);
}
