package vn.thucchat.foundation.identity.profile.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ProfilePages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(950, ProfilePage.PATH, null, "nav.id", reader -> reader.signedIn() != null),
                new NavItem(953, SessionsPage.PATH, null, "nav.id-sessions", reader -> reader.signedIn() != null));
    }
}
