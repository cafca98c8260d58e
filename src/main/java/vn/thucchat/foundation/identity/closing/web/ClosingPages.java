package vn.thucchat.foundation.identity.closing.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.closing.AccountClosing;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ClosingPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(969, AccountClosing.PATH, null, "nav.id-close", reader -> reader.signedIn() != null));
    }
}
