package vn.thucchat.foundation.notify.contacts.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ContactPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(new NavItem(955, Contacts.PATH, null, "nav.contacts", reader -> reader.signedIn() != null));
    }
}
