package vn.thucchat.foundation.money.cashdesk.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;

/** Takes cash for all that one payer owes, in one go. */
@Controller
record CashTotalController(CashDesk desk) {

    /** Whoever owes more than these pays in parts. */
    private static final int MOST_CODES = 50;

    /**
     * @param total đồng, as the page told it: when it is another by now, nothing is taken
     * @param key of the form, so that it counts once
     */
    @PostMapping("/money/cash/total")
    @Allow(PaymentRoles.CASHIER)
    View take(
            Actor actor,
            @RequestParam("code") List<String> codes,
            @RequestParam long total,
            @RequestParam UUID key,
            Flash flash) {
        if (codes.size() > MOST_CODES) throw Problem.bad("code", "payments.cash.total.many");
        Result result = desk.takeAll(actor, Set.copyOf(codes), total, key);
        if (result instanceof Result.Invalid) throw Problem.notFound("payments.cash.no-such-code");
        return flash.then(result, "payments.cash.total.taken", "/money/cash");
    }
}
