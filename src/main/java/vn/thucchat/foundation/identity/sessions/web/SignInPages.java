package vn.thucchat.foundation.identity.sessions.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class SignInPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(960, "/account/password", null, "nav.password", reader -> reader.signedIn() != null),
                new NavItem(962, "/id/codes", null, "nav.codes", reader -> reader.signedIn() != null),
                new NavItem(961, "/sign-in", null, "layout.sign-in", reader -> reader.signedIn() == null));
    }
}
