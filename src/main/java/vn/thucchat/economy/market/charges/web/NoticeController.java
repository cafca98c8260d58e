package vn.thucchat.economy.market.charges.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.web.Inspected;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.pages.Texts;

/** Notices of a month's charges to be handed out, with the code that pays each. */
@Controller
record NoticeController(Charges charges, NoticePapers papers, Downloads downloads) {

    /** As many as a page of the list shows, of those still to be paid. */
    @GetMapping("/markets/{code}/charges/{month}/{kind}/notices.pdf")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    ResponseEntity<byte[]> print(
            HttpServletRequest request,
            Texts t,
            @Inspected Market market,
            @PathVariable String month,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String after) {
        downloads.count(request);
        return papers.pdf(
                t,
                market,
                charges.of(
                        market,
                        MarketLookup.month(month),
                        ChargeController.kind(kind),
                        after.matches("[0-9A-Z./-]{0,20}") ? after : "",
                        NoticePapers.OF_A_PART),
                false,
                market.code() + "-" + month + "-" + kind);
    }
}
