package vn.thucchat.foundation.identity.clients.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ClientPages implements RoomPages {

    @Override
    public List<NavItem> home() {
        return List.of(NavItem.forRoles(1010, ClientsController.PATH, "work.door.clients", Roles.ADMINISTRATOR));
    }
}
