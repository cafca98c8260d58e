package vn.thucchat.foundation.notify.sms.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class SmsPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(NavItem.forRoles(736, SmsController.PATH, "nav.sms", Roles.ADMINISTRATOR));
    }
}
