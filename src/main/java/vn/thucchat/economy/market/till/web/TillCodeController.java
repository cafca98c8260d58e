package vn.thucchat.economy.market.till.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.Sales;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.papers.QrImages;

/** The stall's own code on the trader's phone, for "scan this, please". */
@Controller
record TillCodeController(StallReceipts takings, Sales sales, Banks banks, Pages pages) {

    @GetMapping("/market/stalls/{id}/code")
    @Allow(MarketRoles.TRADER)
    View code(@PathVariable UUID id, Actor actor) {
        Till till = takings.till(actor, id).orElseThrow(() -> Problem.notFound("till.none"));
        List<TillCodePage.Code> codes = sales.accounts(till).stream()
                .map(account -> new TillCodePage.Code(
                        PaidTo.of(account, banks, takings.today()), QrImages.svg(sales.qr(till, account))))
                .toList();
        return pages.show(
                "economy/market/till/till-code",
                new TillCodePage(till, codes, TillController.stream(till, takings.now(till)), takings.today()));
    }
}
