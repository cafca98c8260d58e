package vn.thucchat.economy.market.charges.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.Inspected;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Downloads;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Papers;

/** Notices of charges to be handed out, with the code that pays each. */
@Controller
record NoticeController(
        Charges charges, Markets markets, ReceivingAccounts accounts, Banks banks, Pages pages, Downloads downloads) {

    /** As many as are laid out in some seconds. */
    private static final int OF_A_PART = 100;

    /** As many as a page of the list shows, of those still to be paid. */
    @GetMapping("/markets/{code}/charges/{month}/{kind}/notices.pdf")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    ResponseEntity<byte[]> print(
            Actor actor,
            HttpServletRequest request,
            Texts t,
            @Inspected Market market,
            @PathVariable String month,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String after) {
        downloads.count(request);
        List<NoticePaper.Notice> notices = charges
                .of(
                        market,
                        MarketLookup.month(month),
                        ChargeController.kind(kind),
                        after.matches("[0-9A-Z./-]{0,20}") ? after : "",
                        OF_A_PART)
                .stream()
                .filter(Charge::open)
                .map(this::notice)
                .toList();
        if (notices.isEmpty()) throw Problem.notFound("market.notices.none");
        byte[] pdf = Papers.pdf(pages.paper(
                "economy/market/charges/notice-paper",
                t,
                new NoticePaper(market.name(), notices, market.synthetic() ? t.of("badge.synthetic") : null)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"%s-%s-%s.pdf\"".formatted(market.code(), month, kind))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(pdf);
    }

    private NoticePaper.Notice notice(Charge charge) {
        var account = accounts.find(charge.account()).orElseThrow();
        YearMonth month = YearMonth.from(charge.month());
        return new NoticePaper.Notice(
                charge,
                month.getMonthValue() + "/" + month.getYear(),
                banks.name(account.bin(), markets.today()),
                account.account(),
                account.holder(),
                charges.payload(charge));
    }
}
