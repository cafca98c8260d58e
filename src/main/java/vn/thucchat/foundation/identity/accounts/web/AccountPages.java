package vn.thucchat.foundation.identity.accounts.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class AccountPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(700, "/admin/accounts", "nav.accounts", Roles.ADMINISTRATOR));
    }

    @Override
    public List<NavItem> home() {
        return List.of(NavItem.forRoles(1000, "/admin/accounts", "work.door.accounts", Roles.ADMINISTRATOR));
    }
}
