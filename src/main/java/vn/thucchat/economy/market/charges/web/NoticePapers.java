package vn.thucchat.economy.market.charges.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Papers;

/** Lays out notices of charges, each with the code that pays what is still owed of it. */
@Component
record NoticePapers(Charges charges, Markets markets, ReceivingAccounts accounts, Banks banks, Pages pages) {

    /** As many as are laid out in some seconds. */
    static final int OF_A_PART = 100;

    /** @param reminder whether they remind of what is overdue */
    ResponseEntity<byte[]> pdf(Texts t, Market market, List<Charge> all, boolean reminder, String name) {
        List<Charge> open = all.stream().filter(Charge::open).toList();
        if (open.isEmpty()) throw Problem.notFound("market.notices.none");
        Map<UUID, Long> owed = charges.owedVnd(open);
        // what was paid between the two reads needs no notice any more
        List<NoticePaper.Notice> notices = open.stream()
                .filter(charge -> owed.getOrDefault(charge.id(), charge.amountVnd()) > 0)
                .map(charge -> notice(charge, owed.getOrDefault(charge.id(), charge.amountVnd())))
                .toList();
        if (notices.isEmpty()) throw Problem.notFound("market.notices.none");
        byte[] pdf = Papers.pdf(pages.paper(
                "economy/market/charges/notice-paper",
                t,
                new NoticePaper(
                        market.name(), notices, reminder, market.synthetic() ? t.of("badge.synthetic") : null)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"%s.pdf\"".formatted(name))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(pdf);
    }

    private NoticePaper.Notice notice(Charge charge, long owedVnd) {
        var account = accounts.find(charge.account()).orElseThrow();
        YearMonth month = YearMonth.from(charge.month());
        return new NoticePaper.Notice(
                charge,
                owedVnd,
                month.getMonthValue() + "/" + month.getYear(),
                banks.name(account.bin(), markets.today()),
                account.account(),
                account.holder(),
                charges.payload(charge, owedVnd));
    }
}
