package vn.thucchat.foundation.identity.audit.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class AuditPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(400, "/audit", "nav.audit", Roles.AUDITOR));
    }

    @Override
    public List<NavItem> home() {
        return List.of(NavItem.forRoles(900, "/audit", "work.door.audit", Roles.AUDITOR));
    }
}
