package vn.thucchat.foundation.money.books.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** The accounts that money arrives on: listed and added. */
@Controller
record ReceivingAccountsController(
        ReceivingAccounts accounts, Ledger ledger, Banks banks, BookUnits units, AccountLabels words, Pages pages) {

    private static final int PAGE = 50;

    @GetMapping("/money/accounts")
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int after) {
        return list(actor, t, all, after, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/money/accounts")
    @Allow(PaymentRoles.ACCOUNTANT)
    View add(Actor actor, Texts t, Form<AccountForm> form, Flash flash) {
        if (BookUnits.code(form.text("unit")).isEmpty()) form = form.with("unit", "payments.connection.unit.fault");
        if (form.wrong()) return refused(actor, t, form);
        ReceivingAccounts.New wanted = form.value().wanted(actor.synthetic());
        Result result = accounts.add(actor, wanted);
        if (!(result instanceof Result.Done)) return refused(actor, t, form.with(result));
        ReceivingAccount added = accounts.find(wanted.bin(), wanted.account()).orElseThrow();
        return flash.then("payments.account.added", "/money/accounts/" + added.number());
    }

    private View refused(Actor actor, Texts t, Form<?> form) {
        return list(actor, t, false, 0, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View list(Actor actor, Texts t, boolean all, int after, Form<?> form, HttpStatus status) {
        Slice<ReceivingAccount> part = Slice.of(
                accounts.page(actor, !all, after, PAGE + 1), PAGE, account -> Integer.toString(account.number()));
        List<ReceivingAccount> shown = part.items();
        return pages.show(
                "foundation/money/books/accounts",
                new AccountsPage(
                        shown,
                        words.uses(shown),
                        ledger.atBanks(
                                shown.stream()
                                        .filter(account -> account.purpose() == ReceivingAccount.Purpose.CHARGES)
                                        .map(ReceivingAccount::number)
                                        .toList(),
                                units.today()),
                        banks.options(units.today(), t),
                        all,
                        part.next("/money/accounts?all=" + all + "&after="),
                        form,
                        units.of(actor, t),
                        words.connections(actor, t, actor.synthetic(), null)),
                status);
    }
}
