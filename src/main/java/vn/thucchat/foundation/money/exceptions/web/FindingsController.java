package vn.thucchat.foundation.money.exceptions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.exceptions.HeldPayments;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.exceptions.Refunds;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** The work list of money that pays for nothing yet, and of what is to be given back. */
@Controller
record FindingsController(
        PaymentExceptions findings, Refunds refunds, HeldPayments held, FindingChoices choices, Pages pages) {

    private static final int PAGE = 25;
    /** So many held payments stand above the list; the others are a page further. */
    private static final int HELD = 10;

    @GetMapping("/money/findings")
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String after) {
        FindingsPage.Choice choice = choices.of(t, actor, reason, account);
        boolean begins = after.isEmpty() && choice.filter().equals(PaymentExceptions.Filter.ALL);
        return list(
                FindingsPage.Kind.UNCLEAR,
                after,
                findings.open(actor, choice.filter(), cursor(after), PAGE + 1),
                begins ? held.open(actor, null, HELD) : List.of(),
                choice);
    }

    /** What is to be given back, until a payment out is said to have done so. */
    @GetMapping("/money/refunds")
    @Allow(PaymentRoles.ACCOUNTANT)
    View refunds(Actor actor, @RequestParam(defaultValue = "") String after) {
        return list(FindingsPage.Kind.REFUND, after, refunds.waiting(actor, cursor(after), PAGE + 1), List.of(), null);
    }

    private View list(
            FindingsPage.Kind kind,
            String after,
            List<PaymentExceptions.Waiting> found,
            List<HeldPayments.Waiting> first,
            FindingsPage.@Nullable Choice choice) {
        String url = choice == null ? kind.url() + "?" : kind.url() + "?" + choice.query();
        Slice<PaymentExceptions.Waiting> shown =
                Slice.of(found, PAGE, last -> kind.cursor(last.finding()).toString());
        return pages.show(
                "foundation/money/exceptions/findings",
                new FindingsPage(
                        kind, shown.items(), first, choice, after.isEmpty() ? null : url, shown.next(url + "after=")));
    }

    private static PaymentExceptions.@Nullable Cursor cursor(String text) {
        if (text.isEmpty()) return null;
        try {
            return PaymentExceptions.Cursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("after", "payments.cursor");
        }
    }
}
