package vn.thucchat.foundation.work.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.foundation.work.WorkRoles;

@Component
class WorkPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(
                315, "/work/units", "nav.work-units", WorkRoles.WORK_OFFICE, Roles.LEADER, Roles.AUDITOR));
    }
}
