package vn.thucchat.steering.indicators.figures.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

/** Leads to the scorecard. */
@Component
class FigureNavigation implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forAll(900, "/scorecard", "nav.scorecard"));
    }

    @Override
    public List<NavItem> home() {
        return List.of(NavItem.forAll(400, "/scorecard", "work.door.scorecard"));
    }
}
