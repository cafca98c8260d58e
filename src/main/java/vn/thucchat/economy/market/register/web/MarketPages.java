package vn.thucchat.economy.market.register.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class MarketPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(
                NavItem.forRoles(110, "/market/stalls", "nav.till", MarketRoles.TRADER),
                NavItem.forRoles(120, "/market/charges", "nav.charges", MarketRoles.TRADER),
                NavItem.forRoles(500, "/market/owed", "nav.owed", MarketRoles.COLLECTOR),
                NavItem.forRoles(510, "/money/cash", "nav.cash", MarketRoles.COLLECTOR),
                NavItem.forRoles(
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
        return List.of(
                NavItem.forRoles(100, "/market/stalls", "work.door.stalls", MarketRoles.TRADER),
                NavItem.forRoles(110, "/market/charges", "work.door.charges", MarketRoles.TRADER),
                NavItem.forRoles(300, "/market/owed", "work.door.owed", MarketRoles.COLLECTOR),
                NavItem.forRoles(310, "/money/cash", "work.door.cash", MarketRoles.COLLECTOR),
                NavItem.forRoles(
                        800,
                        "/markets?mine=true",
                        "work.door.markets",
                        MarketRoles.MARKET_MANAGER,
                        MarketRoles.COLLECTOR,
                        PaymentRoles.ACCOUNTANT));
    }

    /** What a trader's own till listens to. */
    @Override
    public List<String> apiPaths() {
        return List.of("/market/stalls/*/payments");
    }
}
