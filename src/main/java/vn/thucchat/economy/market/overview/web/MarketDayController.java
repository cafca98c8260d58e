package vn.thucchat.economy.market.overview.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.Visible;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.vietnamese.VietnameseDays;

/** How a market's day goes, or went. */
@Controller
record MarketDayController(Markets markets, MarketDayPages days, Pages pages) {

    @GetMapping("/markets/{code}/day")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    View day(
            Actor actor,
            @Visible Market market,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "false") boolean all) {
        LocalDate today = markets.today();
        @Nullable
        LocalDate of = day.isEmpty() ? today : VietnameseDays.parse(day).orNull();
        if (of == null || of.isAfter(today)) throw Problem.bad("day", "market.day.fault");
        return pages.show("economy/market/overview/day", days.of(actor, market, of, all));
    }
}
