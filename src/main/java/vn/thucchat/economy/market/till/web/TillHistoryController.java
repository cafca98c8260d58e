package vn.thucchat.economy.market.till.web;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.StallHistory;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** Shows the payments of a stall summed over a week, a month or a year. */
@Controller
record TillHistoryController(StallReceipts takings, StallHistory history, Pages pages) {

    /** @param on any day of the stretch: {@code 2026-11-28}; none: today's */
    @GetMapping("/market/stalls/{id}/history")
    @Allow(MarketRoles.TRADER)
    View history(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "WEEK") StallHistory.Span by,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            Actor actor) {
        Till till = history.till(actor, id).orElseThrow(() -> Problem.notFound("till.none"));
        LocalDate today = takings.today();
        LocalDate day = on == null ? today : on;
        if (day.isAfter(today) || day.isBefore(today.minusYears(10))) throw Problem.notFound("till.day.none");
        return pages.show(
                "economy/market/till/till-history",
                new TillHistoryPage(till, by, day, today, history.of(till, by, day)));
    }
}
