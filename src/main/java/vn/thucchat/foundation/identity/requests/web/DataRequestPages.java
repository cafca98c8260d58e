package vn.thucchat.foundation.identity.requests.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class DataRequestPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(
                NavItem.forRoles(21, DataRequests.DESK, "nav.data-requests", PrivacyRoles.DATA_PROTECTION_OFFICER));
    }

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(959, DataRequests.OWN, null, "nav.id-requests", reader -> reader.signedIn() != null));
    }
}
