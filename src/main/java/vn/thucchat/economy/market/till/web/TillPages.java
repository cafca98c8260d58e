package vn.thucchat.economy.market.till.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class TillPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(110, "/market/stalls", "nav.till", MarketRoles.TRADER));
    }

    @Override
    public List<NavItem> home() {
        return List.of(NavItem.forRoles(100, "/market/stalls", "work.door.stalls", MarketRoles.TRADER));
    }

    /** What a trader's own till listens to. */
    @Override
    public List<String> apiPaths() {
        return List.of("/market/stalls/*/payments");
    }

    @Override
    public List<NavItem> footer() {
        return List.of(new NavItem(940, "/receipts", null, "layout.receipts", _ -> true));
    }
}
