package vn.thucchat.foundation.money.exceptions.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.exceptions.ExceptionResolutions;
import vn.thucchat.foundation.money.exceptions.ExceptionResolutions.Resolution;
import vn.thucchat.foundation.money.exceptions.MatchSuggestions;
import vn.thucchat.foundation.money.exceptions.PaymentException;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.exceptions.Refunds;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** One sum of money that pays for nothing yet, and what can be done with it. */
@Controller
record PaymentExceptionController(
        PaymentExceptions exceptions,
        MatchSuggestions suggestions,
        ExceptionResolutions resolutions,
        Refunds refunds,
        Pages pages) {

    @GetMapping("/money/findings/{account}/{movement}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View one(
            Actor actor,
            Texts t,
            @PathVariable int account,
            @PathVariable long movement,
            @RequestParam(defaultValue = "") String back) {
        return show(actor, find(actor, account, movement), false, Form.blank(t), back, HttpStatus.OK);
    }

    /** A reading of personal data is an act, so it is no address that a browser opens by itself. */
    @PostMapping("/money/findings/{account}/{movement}/original")
    @Allow(PaymentRoles.ACCOUNTANT)
    View original(
            Actor actor,
            Texts t,
            @PathVariable int account,
            @PathVariable long movement,
            @RequestParam(defaultValue = "") String back) {
        return show(actor, find(actor, account, movement), true, Form.blank(t), back, HttpStatus.OK);
    }

    @PostMapping("/money/findings/{account}/{movement}/assigned")
    @Allow(PaymentRoles.ACCOUNTANT)
    View assign(
            Actor actor,
            @PathVariable int account,
            @PathVariable long movement,
            Form<DecisionForm> form,
            @RequestParam(defaultValue = "") String back,
            Flash flash) {
        DecisionForm typed = form.soFar();
        PaymentException seen = find(actor, account, movement).finding();
        Result result = resolutions.assign(actor, account, movement, typed.version(), typed.code());
        if (result instanceof Result.Invalid)
            return show(actor, find(actor, account, movement), false, form.with(result), back, result.status());
        return result instanceof Result.Done
                        && find(actor, account, movement).finding().closedAt() == null
                ? flash.then("payments.finding.part", PaymentExceptionsQuery.page(seen, back))
                : flash.then(result, "payments.finding.assigned", after(actor, seen, back));
    }

    @PostMapping("/money/findings/{account}/{movement}/settled")
    @Allow(PaymentRoles.ACCOUNTANT)
    View settle(
            Actor actor,
            @PathVariable int account,
            @PathVariable long movement,
            @RequestParam int version,
            @RequestParam Resolution how,
            @RequestParam(defaultValue = "") String back,
            Flash flash) {
        PaymentException seen = find(actor, account, movement).finding();
        Result result = resolutions.resolve(actor, account, movement, version, how);
        return flash.then(result, "payments.finding.settled." + how, after(actor, seen, back));
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
        Result result = refunds.giveBack(actor, account, movement, version, outgoing);
        return flash.then(result, "payments.refund.paired", "/money/refunds");
    }

    /** What follows in the list where it was decided from; the list itself at its end. */
    private String after(Actor actor, PaymentException decided, String back) {
        if (back.isEmpty()) return PaymentExceptionsQuery.PATH;
        return next(actor, decided, back)
                .map(next -> PaymentExceptionsQuery.page(next, back))
                .orElse(PaymentExceptionsQuery.read(back).address());
    }

    private Optional<PaymentException> next(Actor actor, PaymentException of, String back) {
        if (back.isEmpty()) return Optional.empty();
        PaymentExceptionsQuery list = PaymentExceptionsQuery.read(back);
        return exceptions.next(actor, list.filter(), list.order(), of);
    }

    private View show(
            Actor actor,
            PaymentExceptions.Waiting waiting,
            boolean opened,
            Form<?> form,
            String back,
            HttpStatus status) {
        Optional<RemittanceInfo> original = opened ? exceptions.original(actor, waiting) : Optional.empty();
        boolean decided = waiting.finding().closedAt() != null;
        return pages.show(
                "foundation/money/exceptions/finding",
                new PaymentExceptionPage(
                        waiting,
                        suggestions.named(actor, waiting).orElse(null),
                        decided ? List.of() : suggestions.proposals(actor, waiting, original.orElse(null)),
                        refunds.outgoing(waiting),
                        refunds.returned(waiting).orElse(null),
                        opened,
                        original.orElse(null),
                        form,
                        back.isEmpty() ? "" : PaymentExceptionsQuery.read(back).address(),
                        next(actor, waiting.finding(), back).orElse(null)),
                status);
    }

    private PaymentExceptions.Waiting find(Actor actor, int account, long movement) {
        return exceptions.find(actor, account, movement).orElseThrow(() -> Problem.notFound("payments.finding.none"));
    }
}
