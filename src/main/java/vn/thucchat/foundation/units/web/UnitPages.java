package vn.thucchat.foundation.units.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class UnitPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(
                NavItem.forRoles(720, "/admin/units", "nav.units-import", Roles.ADMINISTRATOR),
                NavItem.forAll(920, "/units", "nav.units"));
    }

    @Override
    public List<NavItem> home() {
        return List.of(NavItem.forRoles(1010, "/admin/units", "work.door.units", Roles.ADMINISTRATOR));
    }
}
