package vn.thucchat.foundation.money.exceptions.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.exceptions.HeldPaymentDecisions;
import vn.thucchat.foundation.money.exceptions.HeldPayments;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** The work list of payments that count only when an accountant has said so, and the two things to say. */
@Controller
record HeldPaymentsController(
        HeldPayments held, HeldPaymentDecisions decisions, Banks banks, BookUnits units, Pages pages) {

    private static final int PAGE = 25;

    @GetMapping("/money/held")
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(Actor actor, @RequestParam(required = false) @Nullable UUID after) {
        Slice<HeldPayments.Waiting> shown = Slice.of(
                held.open(actor, after, PAGE + 1),
                PAGE,
                last -> last.payment().id().toString());
        return pages.show(
                "foundation/money/exceptions/held-payments",
                new HeldPaymentsPage(
                        shown.items(), after == null ? null : "/money/held", shown.next("/money/held?after=")));
    }

    @GetMapping("/money/held/{id}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View one(Actor actor, Texts t, @PathVariable UUID id) {
        return show(actor, id, false, Form.blank(t), HttpStatus.OK);
    }

    /** A reading of personal data is an act, so it is no address that a browser opens by itself. */
    @PostMapping("/money/held/{id}/original")
    @Allow(PaymentRoles.ACCOUNTANT)
    View original(Actor actor, Texts t, @PathVariable UUID id) {
        return show(actor, id, true, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/money/held/{id}/released")
    @Allow(PaymentRoles.ACCOUNTANT)
    View release(Actor actor, @PathVariable UUID id, Form<DecisionForm> form, Flash flash) {
        DecisionForm typed = form.soFar();
        Result result = decisions.release(actor, id, typed.version(), typed.account(), typed.reason());
        return answer(actor, id, form, result, "payments.held.released", flash);
    }

    @PostMapping("/money/held/{id}/rejected")
    @Allow(PaymentRoles.ACCOUNTANT)
    View reject(Actor actor, @PathVariable UUID id, Form<DecisionForm> form, Flash flash) {
        DecisionForm typed = form.soFar();
        Result result = decisions.reject(actor, id, typed.version(), typed.reason());
        return answer(actor, id, form, result, "payments.held.rejected", flash);
    }

    private View answer(Actor actor, UUID id, Form<?> form, Result result, String done, Flash flash) {
        return result instanceof Result.Invalid
                ? show(actor, id, false, form.with(result), result.status())
                : flash.then(result, done, "/money/findings");
    }

    private View show(Actor actor, UUID id, boolean opened, Form<?> form, HttpStatus status) {
        HeldPayments.Waiting waiting =
                held.find(actor, id).orElseThrow(() -> Problem.notFound("payments.finding.none"));
        RemittanceInfo original = opened ? held.original(actor, waiting).orElse(null) : null;
        return pages.show(
                "foundation/money/exceptions/held-payment",
                new HeldPaymentPage(
                        waiting,
                        held.choices(waiting.payment()).stream()
                                .map(this::choice)
                                .toList(),
                        opened,
                        original,
                        form),
                status);
    }

    private Option choice(ReceivingAccount account) {
        String bank = banks.name(account.bin(), units.today());
        return new Option(
                Integer.toString(account.number()), account.account() + " · " + bank + " · " + account.holder());
    }
}
