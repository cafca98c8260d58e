package vn.thucchat.foundation.identity.people.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class PeoplePages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(20, CounterController.PATH, "nav.counter", PeopleRoles.COUNTER_CLERK));
    }

    @Override
    public List<NavItem> elsewhere() {
        return List.of(new NavItem(
                955, OwnPersonController.PATH, null, "nav.own-person", reader -> reader.signedIn() != null));
    }
}
