package vn.thucchat.economy.market.charges.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.register.web.Visible;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Pages;

/** The charges of a month and kind, stall by stall. */
@Controller
@RequestMapping("/markets/{code}")
record ChargeListController(Charges charges, Markets markets, Pages pages) {

    private static final int PAGE = 100;

    @GetMapping("/charges/{month}/{kind}")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    View list(
            Actor actor,
            @Visible Market market,
            @PathVariable String month,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String after) {
        String path =
                MarketLookup.path(market) + "/charges/" + MarketLookup.month(month) + "/" + ChargeController.kind(kind);
        List<Charge> found = charges.of(
                market,
                MarketLookup.month(month),
                ChargeController.kind(kind),
                after.matches("[0-9A-Z./-]{0,20}") ? after : "",
                PAGE + 1);
        List<Charge> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        String from = "?after=";
        return pages.show(
                "economy/market/charges/charge-list",
                new ChargeListPage(
                        market,
                        MarketLookup.month(month),
                        ChargeController.kind(kind),
                        shown,
                        markets.mayInspect(actor, market)
                                ? path + "/notices.pdf" + from + after.replaceAll("[^0-9A-Z./-]", "")
                                : null,
                        markets.mayManage(actor, market),
                        found.size() > PAGE ? path + from + shown.getLast().number() : null));
    }
}
