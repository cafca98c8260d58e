package vn.thucchat.economy.market.register.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class MarketPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(
                800,
                "/markets",
                "nav.markets",
                MarketRoles.MARKET_MANAGER,
                MarketRoles.COLLECTOR,
                Roles.LEADER,
                PaymentRoles.ACCOUNTANT));
    }

    @Override
    public List<NavItem> home() {
        return List.of(NavItem.forRoles(
                800,
                "/markets?mine=true",
                "work.door.markets",
                MarketRoles.MARKET_MANAGER,
                MarketRoles.COLLECTOR,
                PaymentRoles.ACCOUNTANT));
    }

    @Override
    public List<NavItem> footer() {
        return List.of(new NavItem(800, "/markets", null, "nav.markets", _ -> true));
    }
}
