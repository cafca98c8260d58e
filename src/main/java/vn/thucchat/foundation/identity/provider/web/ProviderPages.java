package vn.thucchat.foundation.identity.provider.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ProviderPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(962, "/id/applications", null, "nav.applications", reader -> reader.signedIn() != null));
    }
}
