package vn.thucchat.foundation.money.books.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.cashdesk.CashReceipts;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.payments.OwnBooks;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.statements.Reconciliation;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** Gathers what the page of an account shows: balances, the last transactions and receipts, the days of the bank. */
@Component
record AccountOverview(
        Payments payments,
        Ledger ledger,
        Reconciliation reconciliation,
        CashReceipts receipts,
        Banks banks,
        OwnBooks books,
        BookUnits units,
        AccountLabels words,
        Pages pages) {

    private static final int MOVEMENTS = 20;
    private static final int DAYS = 31;

    View show(Actor actor, Texts t, int number, Form<?> form, HttpStatus status) {
        ReceivingAccount account = books.account(actor, number);
        LocalDate today = units.today();
        boolean charges = account.purpose() == ReceivingAccount.Purpose.CHARGES;
        return pages.show(
                "foundation/money/books/account",
                new AccountPage(
                        account,
                        banks.name(account.bin(), today),
                        words.uses(List.of(account)).getOrDefault(number, ""),
                        charges ? ledger.balances(number, today) : List.of(),
                        payments.page(number, today.minusYears(1), today.plusDays(1), null, MOVEMENTS),
                        charges ? receipts.receipts(account) : List.of(),
                        reconciliation.days(number, today.minusDays(DAYS), today),
                        words.connections(actor, t, account.synthetic(), account.connection()),
                        form.faults()),
                status);
    }
}
