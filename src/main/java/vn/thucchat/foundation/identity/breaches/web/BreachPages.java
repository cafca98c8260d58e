package vn.thucchat.foundation.identity.breaches.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.breaches.Breaches;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class BreachPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(22, Breaches.PATH, "nav.breaches", PrivacyRoles.DATA_PROTECTION_OFFICER));
    }
}
