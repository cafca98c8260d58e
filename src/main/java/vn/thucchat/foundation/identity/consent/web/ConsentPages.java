package vn.thucchat.foundation.identity.consent.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ConsentPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(956, DataReadsPage.PATH, null, "nav.id-looks", reader -> reader.signedIn() != null),
                new NavItem(958, Consents.PATH, null, "nav.id-consents", reader -> reader.signedIn() != null));
    }
}
