package vn.thucchat.foundation.payments.web;

import vn.thucchat.foundation.pages.Texts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.payments.BankLine;
import vn.thucchat.foundation.payments.Banks;

/** Where an administrator of the province keeps the bank list. */
@Controller
class BanksController {

    private static final int PAGE = 100;

    private final Banks banks;
    private final Pages pages;

    BanksController(Banks banks, Pages pages) {
        this.banks = banks;
        this.pages = pages;
    }

    @GetMapping("/admin/banks")
    @Allow(Role.ADMINISTRATOR)
    View list(@RequestParam(defaultValue = "") String after, Actor actor) {
        return page(actor, after.matches("[0-9]{6}") ? after : "", BankForm.EMPTY, List.of(), HttpStatus.OK);
    }

    @PostMapping("/admin/banks")
    @Allow(Role.ADMINISTRATOR)
    View change(
            @ModelAttribute BankForm form, Actor actor, Texts t, Flash flash) {
        List<Fault> faults = form.faults(t);
        @Nullable LocalDate from = form.day();
        if (!faults.isEmpty() || from == null)
            return page(actor, "", form, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        if (!banks.change(actor, form.bank(), from))
            return page(
                    actor, "", form, List.of(new Fault("", t.of("payments.banks.not-allowed"))), HttpStatus.FORBIDDEN);
        return flash.then("payments.banks.changed", "/admin/banks");
    }

    private View page(Actor actor, String after, BankForm form, List<Fault> faults, HttpStatus status) {
        List<BankLine> lines = banks.page(after, PAGE + 1);
        boolean more = lines.size() > PAGE;
        List<BankLine> shown = more ? lines.subList(0, PAGE) : lines;
        @Nullable String next = more ? "/admin/banks?after=" + shown.getLast().bin() : null;
        return pages.show(
                "foundation/payments/banks",
                new BanksPage(shown, next, banks.mayChange(actor) ? form : null, faults),
                status);
    }
}
