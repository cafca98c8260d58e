package toyroom;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ToyPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(550, "/library", "toyroom.nav", ToyRoles.LIBRARIAN));
    }

    @Override
    public List<NavItem> home() {
        return List.of(NavItem.forRoles(550, "/library", "toyroom.door", ToyRoles.LIBRARIAN));
    }
}
