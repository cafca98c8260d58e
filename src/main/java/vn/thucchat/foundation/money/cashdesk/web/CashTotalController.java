package vn.thucchat.foundation.money.cashdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.foundation.money.cashdesk.CashReceipt.Means;
import vn.thucchat.foundation.money.cashdesk.CashReceipt.Received;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Referer;
import vn.thucchat.foundation.pages.Result;

/** Takes money for all that one payer owes, or for what of it was chosen, in one go. */
@Controller
record CashTotalController(CashDesk desk) {

    /** Whoever owes more than these pays in parts. */
    private static final int MOST_CODES = 50;

    private static final Pattern TAKEN = Pattern.compile("([0-9A-Z]{1,30}) ([1-9][0-9]{0,12})");

    /**
     * @param take code and đồng as the page told them, {@code TCAAAA2222X 90000}: when it is another amount by now,
     *     nothing is taken
     * @param reference of the operator, for Mobile Money
     * @param key of the form, so that it counts once
     */
    @PostMapping("/money/cash/total")
    @Allow(PaymentRoles.CASHIER)
    View take(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") List<String> take,
            @RequestParam(defaultValue = "CASH") Means means,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam UUID key,
            Flash flash) {
        if (take.isEmpty()) throw Problem.bad("take", "payments.cash.total.none");
        if (take.size() > MOST_CODES) throw Problem.bad("take", "payments.cash.total.many");
        Received received = Received.of(means, reference)
                .orElseThrow(() -> Problem.bad("reference", "payments.cash.reference.fault"));
        Result result = desk.takeAll(actor, told(take), received, key);
        if (result instanceof Result.Invalid) throw Problem.notFound("payments.cash.no-such-code");
        // back to the stall's list, where the next one stands
        return flash.then(
                result,
                "payments.cash.total.taken",
                Optional.ofNullable(Referer.path(request)).orElse("/money/cash"));
    }

    private static Map<String, Long> told(List<String> take) {
        var told = new LinkedHashMap<String, Long>();
        for (String each : take) {
            Matcher written = TAKEN.matcher(each);
            if (!written.matches()) throw Problem.bad("take", "payments.cash.total.none");
            told.put(written.group(1), Long.parseLong(written.group(2)));
        }
        return told;
    }
}
