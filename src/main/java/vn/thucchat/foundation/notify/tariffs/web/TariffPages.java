package vn.thucchat.foundation.notify.tariffs.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.tariffs.Tariffs;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class TariffPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(NavItem.forRoles(739, Tariffs.PATH, "nav.tariffs", Roles.ADMINISTRATOR));
    }
}
