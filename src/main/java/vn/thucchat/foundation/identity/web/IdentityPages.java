package vn.thucchat.foundation.identity.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class IdentityPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(
                NavItem.forRoles(400, "/audit", "nav.audit", Roles.AUDITOR),
                NavItem.forRoles(700, "/admin/accounts", "nav.accounts", Roles.ADMINISTRATOR));
    }

    @Override
    public List<NavItem> home() {
        return List.of(
                NavItem.forRoles(900, "/audit", "work.door.audit", Roles.AUDITOR),
                NavItem.forRoles(1000, "/admin/accounts", "work.door.accounts", Roles.ADMINISTRATOR));
    }

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(960, "/account/password", null, "nav.password", reader -> reader.signedIn() != null),
                new NavItem(961, "/sign-in", null, "layout.sign-in", reader -> reader.signedIn() == null));
    }
}
