package vn.thucchat.foundation.money.exceptions.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.exceptions.ExceptionResolutions;
import vn.thucchat.foundation.money.exceptions.ExceptionResolutions.Result;
import vn.thucchat.foundation.money.exceptions.ExceptionResolutions.Settlement;
import vn.thucchat.foundation.money.exceptions.HeldPayments;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.exceptions.Refunds;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** The work list of money that pays for nothing yet, and what can be done with each. */
@Controller
class FindingsController {

    private static final int PAGE = 25;
    /** So many held payments stand above the list; the others are a page further. */
    private static final int HELD = 10;

    private final PaymentExceptions findings;
    private final ExceptionResolutions decisions;
    private final Refunds refunds;
    private final HeldPayments held;
    private final FindingChoices choices;
    private final Pages pages;

    FindingsController(
            PaymentExceptions findings,
            ExceptionResolutions decisions,
            Refunds refunds,
            HeldPayments held,
            FindingChoices choices,
            Pages pages) {
        this.findings = findings;
        this.decisions = decisions;
        this.refunds = refunds;
        this.held = held;
        this.choices = choices;
        this.pages = pages;
    }

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

    @GetMapping("/money/findings/{account}/{movement}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View one(Actor actor, Texts t, @PathVariable int account, @PathVariable long movement) {
        return show(actor, find(actor, account, movement), false, Form.blank(t, Map.of()), HttpStatus.OK);
    }

    /** A reading of personal data is an act, so it is no address that a browser opens by itself. */
    @PostMapping("/money/findings/{account}/{movement}/original")
    @Allow(PaymentRoles.ACCOUNTANT)
    View original(Actor actor, Texts t, @PathVariable int account, @PathVariable long movement) {
        return show(actor, find(actor, account, movement), true, Form.blank(t, Map.of()), HttpStatus.OK);
    }

    @PostMapping("/money/findings/{account}/{movement}/assigned")
    @Allow(PaymentRoles.ACCOUNTANT)
    View assign(
            Actor actor, @PathVariable int account, @PathVariable long movement, Form<DecisionForm> form, Flash flash) {
        DecisionForm typed = form.soFar();
        Result result = decisions.assign(actor, account, movement, typed.version(), typed.code());
        return result == Result.NO_SUCH_CODE
                ? show(
                        actor,
                        find(actor, account, movement),
                        false,
                        form.with("code", "payments.finding.code.fault"),
                        HttpStatus.UNPROCESSABLE_CONTENT)
                : answer(account, movement, result, "payments.finding.assigned", flash);
    }

    @PostMapping("/money/findings/{account}/{movement}/settled")
    @Allow(PaymentRoles.ACCOUNTANT)
    View settle(
            Actor actor,
            @PathVariable int account,
            @PathVariable long movement,
            @RequestParam int version,
            @RequestParam Settlement how,
            Flash flash) {
        Result result = decisions.settle(actor, account, movement, version, how);
        return answer(account, movement, result, "payments.finding.settled." + how, flash);
    }

    @PostMapping("/money/findings/{account}/{movement}/returned")
    @Allow(PaymentRoles.ACCOUNTANT)
    View giveBack(
            Actor actor,
            @PathVariable int account,
            @PathVariable long movement,
            @RequestParam int version,
            @RequestParam long outgoing,
            Flash flash) {
        return switch (refunds.giveBack(actor, account, movement, version, outgoing)) {
            case DONE -> flash.then("payments.refund.paired", "/money/refunds");
            case OUT_OF_REACH -> throw Problem.notFound("payments.finding.none");
            case DECIDED -> throw Problem.conflict("payments.finding.decided");
        };
    }

    private static View answer(int account, long movement, Result result, String done, Flash flash) {
        return switch (result) {
            case DONE -> flash.then(done, "/money/findings");
            case PART -> flash.then("payments.finding.part", "/money/findings/" + account + "/" + movement);
            case OUT_OF_REACH -> throw Problem.notFound("payments.finding.none");
            case DECIDED -> throw Problem.conflict("payments.finding.decided");
            case NOTHING_WAITS -> throw Problem.conflict("payments.finding.nothing-waits");
            case NO_SUCH_CODE -> throw Problem.conflict("payments.finding.code.fault");
        };
    }

    private View show(Actor actor, PaymentExceptions.Waiting waiting, boolean opened, Form<?> form, HttpStatus status) {
        Optional<RemittanceInfo> original = opened ? findings.original(actor, waiting) : Optional.empty();
        boolean decided = waiting.finding().closedAt() != null;
        return pages.show(
                "foundation/money/exceptions/finding",
                new FindingPage(
                        waiting,
                        findings.named(actor, waiting).orElse(null),
                        decided ? List.of() : findings.proposals(actor, waiting, original.orElse(null)),
                        refunds.outgoing(waiting),
                        refunds.returned(waiting).orElse(null),
                        opened,
                        original.orElse(null),
                        form),
                status);
    }

    private PaymentExceptions.Waiting find(Actor actor, int account, long movement) {
        return findings.find(actor, account, movement).orElseThrow(() -> Problem.notFound("payments.finding.none"));
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
