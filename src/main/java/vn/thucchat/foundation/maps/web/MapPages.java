package vn.thucchat.foundation.maps.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class MapPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(725, BoundariesController.PATH, "nav.boundaries", Roles.ADMINISTRATOR));
    }

    @Override
    public List<NavItem> home() {
        return List.of(NavItem.forRoles(1012, BoundariesController.PATH, "work.door.boundaries", Roles.ADMINISTRATOR));
    }
}
