package vn.thucchat.foundation.money.books.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class PaymentPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(
                NavItem.forRoles(600, "/money/findings", "nav.money", PaymentRoles.ACCOUNTANT)
                        .under("/money"),
                NavItem.forRoles(710, "/admin/banks", "nav.banks", Roles.ADMINISTRATOR));
    }

    @Override
    public List<NavItem> home() {
        return List.of(
                NavItem.forRoles(200, "/money/findings", "work.door.findings", PaymentRoles.ACCOUNTANT),
                NavItem.forRoles(210, "/money/accounts", "work.door.money-accounts", PaymentRoles.ACCOUNTANT),
                NavItem.forRoles(220, "/money/connections", "work.door.connections", PaymentRoles.ACCOUNTANT),
                NavItem.forRoles(1020, "/admin/banks", "work.door.banks", Roles.ADMINISTRATOR));
    }
}
