package vn.thucchat.foundation.delivery.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class DeliveryPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(
                NavItem.forRoles(730, PoisonListController.PATH, "nav.deliveries", Roles.ADMINISTRATOR),
                NavItem.forRoles(740, HandOverController.PATH, "nav.hand-overs", Roles.ADMINISTRATOR));
    }

    @Override
    public List<NavItem> elsewhere() {
        return List.of(new NavItem(950, "/inbox", null, "nav.inbox", reader -> reader.signedIn() != null));
    }
}
