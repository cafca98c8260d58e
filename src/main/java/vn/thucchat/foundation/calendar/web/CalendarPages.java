package vn.thucchat.foundation.calendar.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.calendar.CalendarRoles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class CalendarPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(320, "/working-days", "nav.working-days", CalendarRoles.CALENDAR_EDITOR));
    }

    @Override
    public List<NavItem> footer() {
        return List.of(new NavItem(930, "/due-date", null, "calendar.due.title", _ -> true));
    }

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                NavItem.forAll(931, "/working-days", "calendar.days.title"),
                NavItem.forAll(932, "/working-hours", "calendar.hours.title"));
    }
}
