package vn.thucchat.foundation.notify.notices.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class NoticePages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(735, NoticesController.PATH, "nav.notices", Roles.ADMINISTRATOR));
    }
}
