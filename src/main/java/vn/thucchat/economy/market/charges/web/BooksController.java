package vn.thucchat.economy.market.charges.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.MarketBooks;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.register.web.Visible;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;

/** A market's charges against its bank, month by month. */
@Controller
@RequestMapping("/markets/{code}")
record BooksController(Markets markets, MarketBooks books, Payments payments, Pages pages, Downloads downloads) {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    @GetMapping("/reconciliation")
    @Allow({MarketRoles.MARKET_MANAGER, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    View month(Actor actor, @Visible Market market, @RequestParam(defaultValue = "") String month) {
        @Nullable Integer charges = market.chargesAccount();
        return pages.show(
                "economy/market/charges/books",
                new BooksPage(
                        market,
                        books.of(market, asked(month)),
                        YearMonth.from(markets.today()),
                        charges != null && payments.keepsBooks(actor, charges)));
    }

    /** @param ending {@code csv} or {@code xlsx} */
    @GetMapping("/reconciliation.{ending}")
    @Allow({MarketRoles.MARKET_MANAGER, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    ResponseEntity<byte[]> download(
            Actor actor,
            HttpServletRequest request,
            Texts t,
            @Visible Market market,
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String month) {
        YearMonth asked = asked(month);
        return downloads.make(request, () -> {
            MarketBooks.Month of = books.of(market, asked);
            return switch (ending) {
                case "csv" -> file(market, of, ending, CSV, BooksSheet.csv(t, market, of));
                case "xlsx" -> file(market, of, ending, XLSX, BooksSheet.xlsx(t, market, of));
                default -> throw Problem.notFound("market.books.no-file");
            };
        });
    }

    private YearMonth asked(String month) {
        YearMonth now = YearMonth.from(markets.today());
        YearMonth of = month.isEmpty() ? now : MarketLookup.month(month);
        if (of.isAfter(now)) throw Problem.bad("month", "market.month.fault");
        return of;
    }

    private static ResponseEntity<byte[]> file(
            Market market, MarketBooks.Month of, String ending, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.%s\"".formatted(market.code(), of.month(), ending))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(content);
    }
}
