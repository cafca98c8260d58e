package vn.thucchat.foundation.identity.acting.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ActingPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(957, ActingController.PATH, null, "nav.id-acting", reader -> reader.signedIn() != null));
    }
}
