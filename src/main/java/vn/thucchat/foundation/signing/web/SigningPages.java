package vn.thucchat.foundation.signing.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.foundation.signing.TrustAnchors;

@Component
class SigningPages implements RoomPages {

    @Override
    public List<NavItem> footer() {
        return List.of(new NavItem(935, VerifyController.PATH, null, "nav.verify", _ -> true));
    }

    @Override
    public List<NavItem> elsewhere() {
        return List.of(NavItem.forRoles(741, TrustAnchors.PATH, "nav.signing", Roles.ADMINISTRATOR));
    }
}
