package vn.thucchat.foundation.identity.upstream.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class UpstreamPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(new NavItem(956, "/id/upstream", null, "nav.id-upstream", reader -> reader.signedIn() != null));
    }
}
