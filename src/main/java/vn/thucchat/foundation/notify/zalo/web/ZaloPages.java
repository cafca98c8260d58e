package vn.thucchat.foundation.notify.zalo.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.zalo.Zalo;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ZaloPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(NavItem.forRoles(737, Zalo.PATH, "nav.zalo", Roles.ADMINISTRATOR));
    }
}
