package vn.thucchat.foundation.identity.purposes.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class PurposePages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(new NavItem(957, PurposesPage.PATH, null, "nav.id-purposes", reader -> true));
    }
}
