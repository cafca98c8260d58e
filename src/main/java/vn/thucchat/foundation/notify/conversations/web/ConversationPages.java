package vn.thucchat.foundation.notify.conversations.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.conversations.Conversations;
import vn.thucchat.foundation.notify.conversations.ZaloLinks;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ConversationPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                NavItem.forRoles(741, Conversations.PATH, "nav.conversations", Roles.ADMINISTRATOR),
                new NavItem(956, ZaloLinks.PATH, null, "nav.zalo-links", reader -> reader.signedIn() != null));
    }
}
