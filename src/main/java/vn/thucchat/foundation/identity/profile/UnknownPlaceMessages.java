package vn.thucchat.foundation.identity.profile;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.sessions.UnknownPlaceNotice;

/** Tells of a sign-in from a browser and network that are new, in the inbox of whose account it is. */
@Component
class UnknownPlaceMessages implements UnknownPlaceNotice {

    private static final String KIND = "identity.unknown-place";

    private final Inbox inbox;

    UnknownPlaceMessages(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    @Transactional
    public void send(Account account, String browser, String network) {
        String text = browser.isEmpty() ? "identity.unknown-place" : "identity.unknown-place.browser";
        inbox.send(account.id(), KIND, text, List.of(network, browser), "/id/sessions", null);
    }
}
