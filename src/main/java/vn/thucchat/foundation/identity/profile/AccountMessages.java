package vn.thucchat.foundation.identity.profile;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.accounts.AccountNotices;

/** Puts what identity tells people of their accounts into their inboxes. */
@Component
record AccountMessages(Inbox inbox) implements AccountNotices {

    @Override
    public void tell(UUID account, String kind, String textKey, List<String> arguments, String link) {
        inbox.send(account, kind, textKey, arguments, link, null);
    }
}
