package vn.thucchat.foundation.identity.duplicates.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.duplicates.MergeDecisions;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class DuplicatePages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(956, MergeDecisions.OWN, null, "nav.own-duplicates", reader -> reader.signedIn() != null),
                NavItem.forRoles(1011, MergeDecisions.PATH, "nav.duplicates", Roles.ADMINISTRATOR));
    }
}
