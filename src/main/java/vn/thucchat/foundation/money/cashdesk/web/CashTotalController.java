package vn.thucchat.foundation.money.cashdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.foundation.money.cashdesk.CashReceipt.Means;
import vn.thucchat.foundation.money.cashdesk.CashReceipt.Received;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Referer;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Takes money for all that one payer owes, or for what of it was chosen, in one go. */
@Controller
record CashTotalController(CashDesk desk, Pages pages) {

    /** Whoever owes more than these pays in parts. */
    private static final int MOST_CODES = 50;

    /** A path of this site, {@code /market/owed?q=A1}. */
    private static final Pattern PATH = Pattern.compile("/[a-z][\\w/.?=&%+~*!'(),:;@-]{0,500}");

    private static final Pattern TAKEN = Pattern.compile("([0-9A-Z]{1,30}) ([1-9][0-9]{0,12})");

    /**
     * @param take code and đồng as the page told them, {@code TCAAAA2222X 90000}: when it is another amount by now,
     *     nothing is taken
     * @param reference of the operator, for Mobile Money
     * @param key of the form, so that it counts once
     * @param back the page that the form was sent from first, where it is shown again
     */
    @PostMapping("/money/cash/total")
    @Allow(PaymentRoles.CASHIER)
    View take(
            HttpServletRequest request,
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") List<String> take,
            @RequestParam(defaultValue = "CASH") Means means,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String back,
            Flash flash) {
        if (take.isEmpty()) throw Problem.bad("take", "payments.cash.total.none");
        if (take.size() > MOST_CODES) throw Problem.bad("take", "payments.cash.total.many");
        Map<String, Long> told = told(take);
        String list = list(back, request);
        var form = Form.blank(t, Map.of("means", means.name(), "reference", reference, "key", key.toString()));
        Received received = Received.of(means, reference).orElse(null);
        if (received == null)
            return again(
                    actor,
                    told,
                    form.with("reference", "payments.cash.reference.fault"),
                    list,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        Result result = desk.takeAll(actor, told, received, key);
        if (result instanceof Result.Invalid) throw Problem.notFound("payments.cash.no-such-code");
        if (result instanceof Result.Refused(String why) && why.equals(CashDesk.REFERENCE_USED.key()))
            return again(actor, told, form.with(List.of(CashDesk.REFERENCE_USED)), list, HttpStatus.CONFLICT);
        return flash.then(result, "payments.cash.total.taken", list);
    }

    /** The form with what was chosen and the fault at its field. */
    private View again(Actor actor, Map<String, Long> told, Form<?> form, String back, HttpStatus status) {
        List<CashTotalPage.Line> lines = told.entrySet().stream()
                .map(each -> new CashTotalPage.Line(
                        desk.find(actor, each.getKey())
                                .orElseThrow(() -> Problem.notFound("payments.cash.no-such-code")),
                        each.getValue()))
                .toList();
        return pages.show("foundation/money/cashdesk/total", new CashTotalPage(lines, form, back), status);
    }

    /** The stall's list, where the next one stands. */
    private static String list(String back, HttpServletRequest request) {
        String from = PATH.matcher(back).matches() ? back : Referer.path(request);
        return from == null || from.equals(request.getRequestURI()) ? "/money/cash" : from;
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
