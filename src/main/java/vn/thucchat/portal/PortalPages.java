package vn.thucchat.portal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.PageContext;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class PortalPages implements RoomPages {

    /** Whoever is served somewhere has the pages of that room instead of a list of work. */
    @Override
    public List<NavItem> navigation() {
        return List.of(
                new NavItem(100, "/", null, "nav.home", reader -> works(reader) && !elsewhere(reader)),
                new NavItem(100, "/work", null, "nav.home", reader -> works(reader) && elsewhere(reader)));
    }

    private static boolean works(PageContext reader) {
        return reader.signedIn() != null && !reader.has(PageContext.SERVED);
    }

    /** Tells whether somebody's first page is another one than the list of work: leaders start at the brief, auditors at the access log. */
    private static boolean elsewhere(PageContext reader) {
        return reader.has(Roles.LEADER) || reader.has(Roles.AUDITOR);
    }

    @Override
    public List<NavItem> footer() {
        return List.of(
                // to strangers it is the first page
                new NavItem(790, "/front", null, "front.public", reader -> reader.signedIn() != null),
                new NavItem(970, "/open-data", null, "open-data.title", _ -> true));
    }
}
