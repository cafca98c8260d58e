package vn.thucchat.foundation.money.cashdesk.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.foundation.money.cashdesk.CashDesk.Taking;
import vn.thucchat.foundation.money.cashdesk.CashReceipt.Means;
import vn.thucchat.foundation.money.cashdesk.CashReceipt.Received;
import vn.thucchat.foundation.money.cashdesk.CashReceipts;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

/** Where a collector takes cash and Mobile Money. */
@Controller
record CashController(CashDesk desk, CashReceipts receipts, InstantSource clock, Pages pages) {

    @GetMapping("/money/cash")
    @Allow(PaymentRoles.CASHIER)
    View desk(Actor actor, Texts t, @RequestParam(required = false) @Nullable String code) {
        Form<?> form = Form.blank(
                t,
                Map.of("code", code == null ? "" : code, "key", Ids.next(clock).toString()));
        if (code == null) return show(actor, form, null, HttpStatus.OK);
        String typed = form.text("code");
        Payable found = desk.find(actor, typed).orElse(null);
        if (found != null)
            return show(actor, form.with(Map.of("amount", Long.toString(found.owedVnd()))), found, HttpStatus.OK);
        return receipts.numbered(actor, typed).isEmpty()
                ? show(actor, form.with(List.of(CashDesk.NO_SUCH_CODE)), null, HttpStatus.NOT_FOUND)
                : show(actor, form, null, HttpStatus.OK);
    }

    @PostMapping("/money/cash")
    @Allow(PaymentRoles.CASHIER)
    View take(Actor actor, Form<CashForm> form) {
        CashForm typed = form.soFar();
        Means means = typed.means() == null ? Means.CASH : typed.means();
        Received by = Received.of(means, typed.reference()).orElse(null);
        if (by == null) form = form.with("reference", "payments.cash.reference.fault");
        if (by == null || form.wrong()) return refused(actor, form);
        long dong = typed.amount() == null ? 0 : typed.amount();
        return switch (desk.take(actor, typed.code(), dong, by, typed.key())) {
            case Taking.Taken taken ->
                SeeOther.at("/money/receipts/" + taken.receipt().id());
            case Taking.Refused(FieldError why) -> refused(actor, form.with(List.of(why)));
        };
    }

    private View refused(Actor actor, Form<?> form) {
        return show(actor, form, desk.find(actor, form.text("code")).orElse(null), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View show(Actor actor, Form<?> form, @Nullable Payable payable, HttpStatus status) {
        return pages.show(
                "foundation/money/cashdesk/cash",
                new CashPage(
                        payable,
                        form,
                        payable == null
                                ? receipts.numbered(actor, form.text("code"))
                                : receipts.receipts(payable.code()),
                        receipts.latest(actor)),
                status);
    }
}
