package vn.thucchat.foundation.money.cashdesk;

import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Transfer;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payment;
import vn.thucchat.foundation.money.payments.PaymentsReceived;

/** Books what a receipt says, and tells who asked for the money. */
@Component
record CashBooking(Ledger ledger, AccessLog log, ApplicationEventPublisher events) {

    /** @param payable as it was before */
    void taken(Actor actor, CashReceipt receipt, Payable payable) {
        Instant at = receipt.at();
        ledger.book(List.of(
                transfer(receipt, "cash:", held(receipt), Ledger.owed(payable.code()), at, actor, receipt.printed())));
        MatchStatus outcome = receipt.owedVnd() > 0
                ? MatchStatus.UNDERPAID
                : at.isAfter(payable.dueAt()) ? MatchStatus.LATE : MatchStatus.MATCHED;
        Payment.Kind kind = switch (receipt.received().means()) {
            case CASH -> Payment.Kind.CASH;
            case MOBILE_MONEY -> Payment.Kind.MOBILE_MONEY;
        };
        var paid = new Payment.Paid(
                payable.code(), payable.origin(), payable.originId(), receipt.amountVnd(), receipt.owedVnd());
        publish(receipt, kind, outcome, at, paid);
        log.record(actor, "payments.cash-taken", path(receipt), receipt.printed() + " · " + receipt.amountVnd());
    }

    /** @param payable as it is now */
    void voided(Actor actor, CashReceipt receipt, Payable payable, Instant at, String reason) {
        // nobody waits for what was cancelled: there the cash goes out of the income
        String debit = payable.state() == Payable.State.CANCELLED ? Ledger.INCOME : Ledger.owed(payable.code());
        ledger.book(List.of(transfer(receipt, "void:", debit, held(receipt), at, actor, reason)));
        var paid = new Payment.Paid(
                payable.code(), payable.origin(), payable.originId(), -receipt.amountVnd(), payable.owedVnd());
        publish(receipt, Payment.Kind.CASH_VOIDED, MatchStatus.UNDERPAID, at, paid);
        log.record(actor, "payments.cash-voided", path(receipt), receipt.printed() + " · " + reason);
    }

    /** Where the money is until somebody brings it to the bank. */
    private static String held(CashReceipt receipt) {
        return switch (receipt.received().means()) {
            case CASH -> Ledger.CASH;
            case MOBILE_MONEY -> Ledger.MOBILE;
        };
    }

    private Transfer transfer(
            CashReceipt of, String key, String debit, String credit, Instant at, Actor by, String note) {
        return ledger.decided(of.account(), at, debit, credit, of.amountVnd(), key + of.id(), null, by.account(), note);
    }

    private void publish(CashReceipt receipt, Payment.Kind kind, MatchStatus outcome, Instant at, Payment.Paid paid) {
        events.publishEvent(new PaymentsReceived(List.of(new Payment(
                kind,
                receipt.account(),
                receipt.number(),
                receipt.id(),
                at,
                BusinessTime.day(at),
                receipt.amountVnd(),
                outcome,
                Movement.Source.CASH,
                receipt.synthetic(),
                paid))));
    }

    private static String path(CashReceipt receipt) {
        return "/money/receipts/" + receipt.id();
    }
}
