package vn.thucchat.foundation.identity.factors.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class KeyPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(new NavItem(952, "/id/keys", null, "identity.keys", reader -> reader.signedIn() != null));
    }
}
