package vn.thucchat.steering.indicators.reports.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Leads to the reports. */
@Component
class ReportNavigation implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forAll(930, "/reports", "nav.reports"));
    }

    @Override
    public List<NavItem> home() {
        return List.of(
                NavItem.forRoles(700, "/reports", "work.door.reports", Roles.LEADER, SteeringRoles.STEERING_OFFICE));
    }
}
