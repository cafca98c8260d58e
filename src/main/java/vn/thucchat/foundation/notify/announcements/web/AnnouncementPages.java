package vn.thucchat.foundation.notify.announcements.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.announcements.AnnouncementRoles;
import vn.thucchat.foundation.notify.announcements.AnnouncementRules;
import vn.thucchat.foundation.notify.announcements.Announcements;
import vn.thucchat.foundation.notify.announcements.Residences;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class AnnouncementPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(735, Announcements.PATH, "nav.announcements", AnnouncementRoles.ANNOUNCER));
    }

    @Override
    public List<NavItem> footer() {
        return List.of(new NavItem(736, Announcements.OPEN_PATH, null, "nav.announced", _ -> true));
    }

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                NavItem.forRoles(735, Announcements.PATH, "nav.announcements", Roles.LEADER),
                NavItem.forRoles(740, AnnouncementRules.PATH, "nav.announcement-rules", Roles.ADMINISTRATOR),
                new NavItem(959, Residences.PATH, null, "nav.residence", reader -> reader.signedIn() != null));
    }
}
