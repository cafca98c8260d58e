package vn.thucchat.economy.market.revenue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.revenue.CashSales;
import vn.thucchat.economy.market.revenue.RevenueBooks;
import vn.thucchat.economy.market.revenue.RevenueRule;
import vn.thucchat.economy.market.revenue.RevenueRules;
import vn.thucchat.economy.market.till.StallHistory;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Papers;

/** Shows and prints a trader's revenue book. */
@Controller
record RevenueController(
        StallHistory history,
        RevenueBooks books,
        RevenueRules rules,
        CashSales cash,
        InstantSource clock,
        Downloads downloads,
        Pages pages) {

    private static final int YEARS = 10;
    private static final int ENTRIES = 50;

    /**
     * @param year by its months: {@code 2026}; none: this year
     * @param month by its days: {@code 2026-11}; goes before the year
     */
    @GetMapping("/market/stalls/{id}/book")
    @Allow(MarketRoles.TRADER)
    View book(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String month,
            Cursor cursor,
            Actor actor) {
        List<Till> all = history.tills(actor);
        Till till = till(all, id);
        LocalDate today = books.today();
        Instant now = clock.instant();
        if (!month.isEmpty()) {
            YearMonth of = month(month);
            demand(of.getYear(), of.atDay(1));
            return pages.show(
                    "economy/market/revenue/month",
                    new RevenueMonthPage(
                            till,
                            of,
                            YearMonth.from(today),
                            books.of(all, of),
                            cash.of(all, of.atDay(1), of.atEndOfMonth(), cursor, ENTRIES),
                            !cursor.start(),
                            now));
        }
        Year of = year(year);
        return pages.show(
                "economy/market/revenue/book",
                new RevenuePage(till, of(all, of).size(), of, Year.from(today), books.of(all, of), rule(of), now));
    }

    /** To be handed in with the notice of revenue. */
    @GetMapping("/market/stalls/{id}/book.pdf")
    @Allow(MarketRoles.TRADER)
    ResponseEntity<byte[]> print(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String year,
            Actor actor,
            HttpServletRequest request,
            Texts t) {
        downloads.count(request);
        List<Till> all = history.tills(actor);
        Till till = till(all, id);
        Year of = year(year);
        byte[] pdf = Papers.pdf(pages.paper(
                "economy/market/revenue/book-paper",
                t,
                new RevenuePaper(
                        till.traderName(),
                        of(all, of),
                        of,
                        books.today(),
                        books.of(all, of),
                        rule(of),
                        till.synthetic() ? t.of("badge.synthetic") : null)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"so-doanh-thu-" + of + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(pdf);
    }

    private @Nullable RevenueRule rule(Year year) {
        LocalDate last = year.atMonth(12).atEndOfMonth();
        LocalDate today = books.today();
        return rules.on(last.isAfter(today) ? today : last).orElse(null);
    }

    /** Also of a stall that closed or that the trader left: the book is still to be handed in. */
    private static Till till(List<Till> all, UUID id) {
        return all.stream()
                .filter(till -> till.stall().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("till.none"));
    }

    /** The stalls at which the trader was paid in a year. */
    private static List<Till> of(List<Till> all, Year year) {
        LocalDate last = year.atMonth(12).atEndOfMonth();
        return all.stream()
                .filter(till -> till.accounts().stream().anyMatch(account -> {
                    LocalDate to = account.toOn();
                    return !account.fromOn().isAfter(last) && (to == null || !to.isBefore(year.atDay(1)));
                }))
                .toList();
    }

    private Year year(String typed) {
        if (typed.isEmpty()) return Year.from(books.today());
        if (!typed.matches("[0-9]{4}")) throw Problem.notFound("till.day.none");
        Year year = Year.of(Integer.parseInt(typed));
        demand(year.getValue(), year.atDay(1));
        return year;
    }

    static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            throw Problem.notFound("till.day.none");
        }
    }

    /** Neither in the future nor before anybody can have sold here. */
    private void demand(int year, LocalDate first) {
        LocalDate today = books.today();
        if (first.isAfter(today) || year < today.getYear() - YEARS) throw Problem.notFound("till.day.none");
    }
}
