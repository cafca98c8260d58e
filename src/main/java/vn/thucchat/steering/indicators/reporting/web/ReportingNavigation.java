package vn.thucchat.steering.indicators.reporting.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Leads to what is reported, reviewed and asked for in rounds. */
@Component
class ReportingNavigation implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(
                NavItem.forRoles(200, "/reporting", "nav.reporting", SteeringRoles.REPORTER),
                NavItem.forRoles(210, "/review", "nav.review", SteeringRoles.REVIEWER),
                NavItem.forRoles(310, "/rounds", "nav.rounds", SteeringRoles.STEERING_OFFICE));
    }

    @Override
    public List<NavItem> home() {
        return List.of(
                NavItem.forRoles(500, "/reporting", "work.door.reporting", SteeringRoles.REPORTER),
                NavItem.forRoles(510, "/review", "work.door.review", SteeringRoles.REVIEWER),
                NavItem.forRoles(620, "/rounds", "work.door.rounds", SteeringRoles.STEERING_OFFICE));
    }
}
