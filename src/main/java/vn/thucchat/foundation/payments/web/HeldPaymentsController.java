package vn.thucchat.foundation.payments.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.payments.Bank;
import vn.thucchat.foundation.payments.Banks;
import vn.thucchat.foundation.payments.HeldPayments;
import vn.thucchat.foundation.payments.HeldPayments.Result;
import vn.thucchat.foundation.payments.Original;
import vn.thucchat.foundation.payments.PaymentRoles;
import vn.thucchat.foundation.payments.ReceivingAccount;

/** The work list of payments that count only when an accountant has said so, and the two things to say. */
@Controller
class HeldPaymentsController {

    private static final int PAGE = 25;
    /** More than a reason may have: what is too long is shown as it was typed, and refused. */
    private static final int LONGEST = 400;

    private final HeldPayments held;
    private final Banks banks;
    private final BookUnits units;
    private final Pages pages;

    HeldPaymentsController(HeldPayments held, Banks banks, BookUnits units, Pages pages) {
        this.held = held;
        this.banks = banks;
        this.units = units;
        this.pages = pages;
    }

    @GetMapping("/money/held")
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(Actor actor, @RequestParam(name = "after", required = false) @Nullable UUID after) {
        List<HeldPayments.Waiting> found = held.open(actor, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<HeldPayments.Waiting> shown = more ? found.subList(0, PAGE) : found;
        return pages.show(
                "foundation/payments/held-payments",
                new HeldPaymentsPage(
                        shown,
                        after == null ? null : "/money/held",
                        more ? "/money/held?after=" + shown.getLast().payment().id() : null));
    }

    @GetMapping("/money/held/{id}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View one(Actor actor, @PathVariable("id") UUID id) {
        return show(actor, id, false, "", List.of(), HttpStatus.OK);
    }

    /** A reading of personal data is an act, so it is no address that a browser opens by itself. */
    @PostMapping("/money/held/{id}/original")
    @Allow(PaymentRoles.ACCOUNTANT)
    View original(Actor actor, @PathVariable("id") UUID id) {
        return show(actor, id, true, "", List.of(), HttpStatus.OK);
    }

    @PostMapping("/money/held/{id}/released")
    @Allow(PaymentRoles.ACCOUNTANT)
    View release(
            Actor actor,
            Texts t,
            @PathVariable("id") UUID id,
            @RequestParam("version") int version,
            @RequestParam(name = "account", required = false) @Nullable Integer account,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Flash flash) {
        return answer(
                actor,
                t,
                id,
                reason,
                held.release(actor, id, version, account, reason),
                "payments.held.released",
                flash);
    }

    @PostMapping("/money/held/{id}/rejected")
    @Allow(PaymentRoles.ACCOUNTANT)
    View reject(
            Actor actor,
            Texts t,
            @PathVariable("id") UUID id,
            @RequestParam("version") int version,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Flash flash) {
        return answer(actor, t, id, reason, held.reject(actor, id, version, reason), "payments.held.rejected", flash);
    }

    private View answer(Actor actor, Texts t, UUID id, String reason, Result result, String done, Flash flash) {
        return switch (result) {
            case DONE -> flash.then(done, "/money/findings");
            case OUT_OF_REACH -> throw Problem.notFound("payments.finding.none");
            case DECIDED -> throw Problem.conflict("payments.finding.decided");
            case FORGOTTEN -> throw Problem.conflict("payments.held.forgotten");
            case NO_REASON -> refused(actor, t, id, reason, "reason", "payments.held.reason.fault");
            case NO_ACCOUNT -> refused(actor, t, id, reason, "account", "payments.held.account.fault");
        };
    }

    private View refused(Actor actor, Texts t, UUID id, String reason, String field, String key) {
        String typed = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
        return show(actor, id, false, typed, List.of(new Fault(field, t.of(key))), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View show(Actor actor, UUID id, boolean opened, String typed, List<Fault> faults, HttpStatus status) {
        HeldPayments.Waiting waiting =
                held.find(actor, id).orElseThrow(() -> Problem.notFound("payments.finding.none"));
        Original original = opened ? held.original(actor, waiting).orElse(null) : null;
        return pages.show(
                "foundation/payments/held-payment",
                new HeldPaymentPage(
                        waiting,
                        held.choices(waiting.payment()).stream()
                                .map(this::choice)
                                .toList(),
                        opened,
                        original,
                        typed,
                        faults),
                status);
    }

    private Option choice(ReceivingAccount account) {
        String bank = banks.find(account.bin(), units.today()).map(Bank::name).orElse(account.bin());
        return new Option(
                Integer.toString(account.number()), account.account() + " · " + bank + " · " + account.holder());
    }
}
