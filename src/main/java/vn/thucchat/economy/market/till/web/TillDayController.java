package vn.thucchat.economy.market.till.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.Receipts;
import vn.thucchat.economy.market.till.StallHistory;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.StreamCursor;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** The takings of a day before. */
@Controller
record TillDayController(
        StallReceipts takings, StallHistory history, Receipts receipts, InstantSource clock, Pages pages) {

    private static final int OF_A_DAY = 100;

    /** The same address every day: what a phone keeps of it without a network. */
    @GetMapping("/market/stalls/{id}/today")
    @Allow(MarketRoles.TRADER)
    View today(@PathVariable UUID id, Actor actor) {
        return day(id, takings.today(), "", actor);
    }

    @GetMapping("/market/stalls/{id}/days/{day}")
    @Allow(MarketRoles.TRADER)
    View day(
            @PathVariable UUID id,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String before,
            Actor actor) {
        Till till = history.till(actor, id).orElseThrow(() -> Problem.notFound("till.none"));
        LocalDate today = takings.today();
        if (day.isAfter(today) || day.isBefore(today.minusYears(10))) throw Problem.notFound("till.day.none");
        StallReceipts.Day shown =
                takings.day(till, day, StreamCursor.read(before).orElse(null), OF_A_DAY);
        @Nullable
        String next = shown.next() == null
                ? null
                : "/market/stalls/" + till.stall() + "/days/" + day + "?before=" + shown.next();
        return pages.show(
                "economy/market/till/till-day",
                new TillDayPage(
                        till,
                        shown,
                        receipts.codes(shown.lines()),
                        next,
                        day.isBefore(today) ? day.plusDays(1) : null,
                        history.of(till, StallHistory.Span.DAY, day),
                        clock.instant()));
    }
}
