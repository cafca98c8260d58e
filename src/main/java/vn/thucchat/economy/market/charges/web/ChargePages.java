package vn.thucchat.economy.market.charges.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ChargePages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(
                NavItem.forRoles(120, "/market/charges", "nav.charges", MarketRoles.TRADER),
                NavItem.forRoles(500, "/market/owed", "nav.owed", MarketRoles.COLLECTOR),
                NavItem.forRoles(510, "/money/cash", "nav.cash", MarketRoles.COLLECTOR));
    }

    @Override
    public List<NavItem> home() {
        return List.of(
                NavItem.forRoles(110, "/market/charges", "work.door.charges", MarketRoles.TRADER),
                NavItem.forRoles(300, "/market/owed", "work.door.owed", MarketRoles.COLLECTOR),
                NavItem.forRoles(310, "/money/cash", "work.door.cash", MarketRoles.COLLECTOR));
    }
}
