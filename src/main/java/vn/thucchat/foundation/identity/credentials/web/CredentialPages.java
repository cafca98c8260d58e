package vn.thucchat.foundation.identity.credentials.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class CredentialPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(new NavItem(
                963, CredentialsController.PATH, null, "nav.credentials", reader -> reader.signedIn() != null));
    }
}
