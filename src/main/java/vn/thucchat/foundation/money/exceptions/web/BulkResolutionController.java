package vn.thucchat.foundation.money.exceptions.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;

/** Resolves several payment exceptions at once: each by itself, and only in the version that was shown. */
@Controller
record BulkResolutionController(
        PaymentExceptions exceptions, ExceptionResolutions resolutions, PaymentExceptionChoices choices, Pages pages) {

    static final String PATH = "/money/settlements/";

    /** Payment exceptions in one request at most; a page of the list shows fewer. */
    private static final int MOST = 100;

    @GetMapping(PATH + "{how}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View look(
            Actor actor,
            @PathVariable Resolution how,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String back) {
        Map<Boolean, List<PaymentExceptions.Waiting>> found = rows(chosen).stream()
                .flatMap(row -> exceptions.find(actor, row.account(), row.movement()).stream())
                .collect(Collectors.partitioningBy(it -> how.fits(it)));
        return pages.show(
                "foundation/money/exceptions/settlement",
                new BulkResolutionPage(
                        how,
                        found.getOrDefault(true, List.of()),
                        found.getOrDefault(false, List.of()),
                        choices.uses(found.values().stream()
                                .flatMap(List::stream)
                                .map(it -> it.account().number())
                                .distinct()
                                .toList()),
                        PaymentExceptionsQuery.read(back).address()));
    }

    @PostMapping(PATH + "{how}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View settle(
            Actor actor,
            @PathVariable Resolution how,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String back,
            Flash flash) {
        List<ChosenPaymentException> rows = rows(chosen);
        int settled = (int) rows.stream()
                .filter(row -> fits(actor, how, row)
                        && resolutions.resolve(actor, row.account(), row.movement(), row.version(), how)
                                instanceof Result.Done)
                .count();
        return flash.then(
                "payments.findings.settled",
                List.of(settled, rows.size() - settled),
                PaymentExceptionsQuery.read(back).address());
    }

    private boolean fits(Actor actor, Resolution how, ChosenPaymentException row) {
        Optional<PaymentExceptions.Waiting> found = exceptions.find(actor, row.account(), row.movement());
        return found.filter(how::fits).isPresent();
    }

    private static List<ChosenPaymentException> rows(List<String> chosen) {
        if (chosen.isEmpty() || chosen.size() > MOST) throw Problem.bad("chosen", "table.chosen.fault");
        return new LinkedHashSet<>(chosen)
                .stream().map(ChosenPaymentException::read).toList();
    }
}
