package vn.thucchat.foundation.scans.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.PageContext;
import vn.thucchat.foundation.pages.RoomPages;

/** Leads to the page from everybody's home. */
@Component
class ScanPages implements RoomPages {

    @Override
    public List<NavItem> home() {
        return List.of(new NavItem(950, ScansController.PATH, null, "work.door.scans", ScanPages::signedIn));
    }

    private static boolean signedIn(PageContext reader) {
        return reader.signedIn() != null;
    }
}
