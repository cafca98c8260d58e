package vn.thucchat.foundation.payments.web;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Parsed;
import vn.thucchat.foundation.papers.VietnameseNumbers;
import vn.thucchat.foundation.payments.CashDesk;
import vn.thucchat.foundation.payments.CashDesk.Taking;
import vn.thucchat.foundation.payments.CashDesk.Why;
import vn.thucchat.foundation.payments.CashReceipt.Means;
import vn.thucchat.foundation.payments.CashReceipt.Received;
import vn.thucchat.foundation.payments.Payable;
import vn.thucchat.foundation.payments.PaymentRoles;

/** Where a collector takes cash and Mobile Money. */
@Controller
class CashController {

    private record Typed(String code, String amount, Means means, String reference) {
        static Typed of(String code, String amount) {
            return new Typed(code, amount, Means.CASH, "");
        }
    }

    private static final BigDecimal MOST_VND = BigDecimal.TEN.pow(13);
    private static final String AMOUNT_FAULT = "payments.cash.amount.fault";

    private final CashDesk desk;
    private final InstantSource clock;
    private final Pages pages;

    CashController(CashDesk desk, InstantSource clock, Pages pages) {
        this.desk = desk;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/money/cash")
    @Allow(PaymentRoles.CASHIER)
    View desk(Actor actor, Texts t, @RequestParam(name = "code", required = false) @Nullable String code) {
        if (code == null) return show(actor, Typed.of("", ""), null, Ids.next(clock), List.of(), HttpStatus.OK);
        String typed = cut(code);
        Optional<Payable> found = desk.find(actor, typed);
        if (found.isEmpty()) {
            boolean receipts = !desk.numbered(actor, typed).isEmpty();
            return show(
                    actor,
                    Typed.of(typed, ""),
                    null,
                    Ids.next(clock),
                    receipts ? List.of() : List.of(fault(t, Why.NO_SUCH_CODE)),
                    receipts ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        }
        return show(
                actor,
                Typed.of(typed, Long.toString(found.get().owedVnd())),
                found.get(),
                Ids.next(clock),
                List.of(),
                HttpStatus.OK);
    }

    @PostMapping("/money/cash")
    @Allow(PaymentRoles.CASHIER)
    View take(
            Actor actor,
            Texts t,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "amount", defaultValue = "") String amount,
            @RequestParam(name = "means", defaultValue = "CASH") Means means,
            @RequestParam(name = "reference", defaultValue = "") String reference,
            @RequestParam("key") UUID key) {
        var typed = new Typed(cut(code), cut(amount), means, cut(reference));
        Optional<Received> by = Received.of(means, typed.reference);
        if (by.isEmpty()) {
            var fault = new Fault("reference", t.of("payments.cash.reference.fault"));
            return show(
                    actor,
                    typed,
                    desk.find(actor, typed.code).orElse(null),
                    key,
                    List.of(fault),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Parsed<BigDecimal> vnd = VietnameseNumbers.whole(amount).filter(n -> n.compareTo(MOST_VND) < 0, AMOUNT_FAULT);
        if (vnd instanceof Parsed.Refused<?> && !amount.isBlank())
            return show(
                    actor,
                    typed,
                    desk.find(actor, typed.code).orElse(null),
                    key,
                    List.of(new Fault("amount", vnd.why(t))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        long dong = vnd.value().map(BigDecimal::longValue).orElse(0L);
        return switch (desk.take(actor, typed.code, dong, by.get(), key)) {
            case Taking.Taken taken ->
                SeeOther.at("/money/receipts/" + taken.receipt().id());
            case Taking.Refused(Why why) ->
                show(
                        actor,
                        typed,
                        desk.find(actor, typed.code).orElse(null),
                        key,
                        List.of(fault(t, why)),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private View show(
            Actor actor, Typed typed, @Nullable Payable payable, UUID key, List<Fault> faults, HttpStatus status) {
        return pages.show(
                "foundation/payments/cash",
                new CashPage(
                        typed.code,
                        payable,
                        typed.amount,
                        typed.means,
                        typed.reference,
                        key,
                        faults,
                        payable == null ? desk.numbered(actor, typed.code) : desk.receipts(payable.code()),
                        desk.latest(actor)),
                status);
    }

    private static Fault fault(Texts t, Why why) {
        return switch (why) {
            case NO_SUCH_CODE -> new Fault("code", t.of("payments.cash.no-such-code"));
            case NOT_OPEN -> new Fault("code", t.of("payments.cash.not-open"));
            case REFERENCE_USED -> new Fault("reference", t.of("payments.cash.reference.used"));
            case AMOUNT -> new Fault("amount", t.of(AMOUNT_FAULT));
        };
    }

    private static String cut(String typed) {
        return typed.length() > 60 ? typed.substring(0, 60) : typed;
    }
}
