package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Leads to the dictionary and to the targets. */
@Component
class DefinitionNavigation implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(
                NavItem.forRoles(300, "/targets", "nav.targets", SteeringRoles.STEERING_OFFICE),
                NavItem.forAll(910, "/indicators", "nav.indicators"));
    }

    @Override
    public List<NavItem> home() {
        return List.of(
                NavItem.forRoles(600, "/indicators", "work.door.indicators", SteeringRoles.STEERING_OFFICE),
                NavItem.forRoles(610, "/targets", "work.door.targets", SteeringRoles.STEERING_OFFICE));
    }
}
