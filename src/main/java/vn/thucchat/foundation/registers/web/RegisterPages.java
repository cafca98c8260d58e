package vn.thucchat.foundation.registers.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.foundation.registers.OriginRules;

@Component
class RegisterPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(21, CounterRecordsPage.PATH, "nav.counter-records", PeopleRoles.COUNTER_CLERK));
    }

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(952, RecordsPage.PATH, null, "nav.id-records", reader -> reader.signedIn() != null),
                new NavItem(953, PapersPage.PATH, null, "nav.id-papers", reader -> reader.signedIn() != null),
                NavItem.forRoles(742, OriginRules.PATH, "nav.origins", PrivacyRoles.DATA_PROTECTION_OFFICER));
    }
}
