package vn.thucchat.foundation.money.books.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.statements.Statements;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** The accounts that money arrives on: listed and added. */
@Controller
record ReceivingAccountsController(
        ReceivingAccounts accounts,
        Ledger ledger,
        Statements statements,
        Banks banks,
        BookUnits units,
        AccountLabels labels,
        Pages pages) {

    private static final int PAGE = 12;

    @GetMapping("/money/accounts")
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String q,
            Cursor cursor) {
        String words = (q.length() > 60 ? q.substring(0, 60) : q).replaceAll("\\p{Cntrl}", "");
        return list(actor, t, all, words, cursor, Form.blank(t), HttpStatus.OK);
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
        return list(actor, t, false, "", Cursor.START, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View list(Actor actor, Texts t, boolean all, String words, Cursor cursor, Form<?> form, HttpStatus status) {
        Slice<ReceivingAccount> part = Slice.of(
                accounts.page(actor, !all, words, labels.find(words), cursor.key(0, 0, Integer::valueOf), PAGE + 1),
                PAGE,
                account -> Cursor.of(account.number()));
        List<ReceivingAccount> shown = part.items();
        List<Integer> numbers = shown.stream().map(ReceivingAccount::number).toList();
        return pages.show(
                "foundation/money/books/accounts",
                new AccountsPage(
                        shown,
                        labels.uses(shown),
                        ledger.atBanks(
                                shown.stream()
                                        .filter(account -> account.purpose() == ReceivingAccount.Purpose.CHARGES)
                                        .map(ReceivingAccount::number)
                                        .toList(),
                                units.today()),
                        statements.closings(numbers),
                        accounts.heard(numbers),
                        banks.options(units.today(), t),
                        Table.of("/money/accounts", AccountsPage.COLUMNS, cursor, part)
                                .filtered("q", words)
                                .filtered("all", all, false),
                        form,
                        units.of(actor, t),
                        labels.connections(actor, t, actor.synthetic(), null)),
                status);
    }
}
