package vn.thucchat.steering.indicators.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.steering.indicators.SteeringRoles;

@Component
class SteeringPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(
                NavItem.forRoles(200, "/reporting", "nav.reporting", SteeringRoles.REPORTER),
                NavItem.forRoles(210, "/review", "nav.review", SteeringRoles.REVIEWER),
                NavItem.forRoles(300, "/targets", "nav.targets", SteeringRoles.STEERING_OFFICE),
                NavItem.forRoles(310, "/rounds", "nav.rounds", SteeringRoles.STEERING_OFFICE),
                NavItem.forAll(900, "/scorecard", "nav.scorecard"),
                NavItem.forAll(910, "/indicators", "nav.indicators"),
                NavItem.forAll(930, "/reports", "nav.reports"));
    }

    @Override
    public List<NavItem> home() {
        return List.of(
                NavItem.forAll(400, "/scorecard", "work.door.scorecard"),
                NavItem.forRoles(500, "/reporting", "work.door.reporting", SteeringRoles.REPORTER),
                NavItem.forRoles(510, "/review", "work.door.review", SteeringRoles.REVIEWER),
                NavItem.forRoles(600, "/indicators", "work.door.indicators", SteeringRoles.STEERING_OFFICE),
                NavItem.forRoles(610, "/targets", "work.door.targets", SteeringRoles.STEERING_OFFICE),
                NavItem.forRoles(620, "/rounds", "work.door.rounds", SteeringRoles.STEERING_OFFICE),
                NavItem.forRoles(700, "/reports", "work.door.reports", Roles.LEADER, SteeringRoles.STEERING_OFFICE));
    }
}
