package vn.thucchat.foundation.money.books.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.cashdesk.CashReceipts;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.OwnBooks;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.statements.Reconciliation;
import vn.thucchat.foundation.money.statements.Statements;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** Gathers what the page of an account shows: balances, the last transactions and receipts, the days of the bank. */
@Component
record AccountOverview(
        Payments payments,
        Ledger ledger,
        Reconciliation reconciliation,
        Statements statements,
        ReceivingAccounts accounts,
        CashReceipts receipts,
        Banks banks,
        OwnBooks books,
        BookUnits units,
        AccountLabels words,
        Pages pages) {

    private static final int MOVEMENTS = 6;
    private static final int DAYS = 31;

    /** @param before the last movement that was seen */
    View show(Actor actor, Texts t, int number, Cursor before, Form<?> form, HttpStatus status) {
        ReceivingAccount account = books.account(actor, number);
        LocalDate today = units.today();
        boolean charges = account.purpose() == ReceivingAccount.Purpose.CHARGES;
        Payments.@Nullable Cursor after =
                before.start() ? null : new Payments.Cursor(before.day(0, today), before.number(1, 0));
        Slice<Movement> movements = Slice.of(
                payments.page(number, today.minusYears(1), today.plusDays(1), after, MOVEMENTS + 1),
                MOVEMENTS,
                last -> Cursor.of(last.day(), last.number()));
        return pages.show(
                "foundation/money/books/account",
                new AccountPage(
                        account,
                        banks.name(account.bin(), today),
                        words.uses(List.of(account)).getOrDefault(number, ""),
                        charges ? ledger.balances(number, today) : List.of(),
                        today,
                        statements.closings(List.of(number)).get(number),
                        accounts.heard(List.of(number)).get(number),
                        movements.items(),
                        charges ? receipts.receipts(account) : List.of(),
                        reconciliation.days(number, today.minusDays(DAYS), today),
                        words.connections(actor, t, account.synthetic(), account.connection()),
                        form.faults(),
                        movements.next("/money/accounts/" + number + "?cursor=")),
                status);
    }
}
