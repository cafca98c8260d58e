package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.formats.StatementLine;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payment;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.payments.PaymentsReceived;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/**
 * What a bank takes back. Where it is plain which payment that is, and what it paid, that is owed again, by an entry of
 * its own; either way it comes to the work list of those who keep the books, so that somebody has seen it.
 */
@Component
record Reversals(
        ReversalStore store,
        Payments payments,
        PaymentExceptionStore findings,
        Payables payables,
        Ledger ledger,
        ApplicationEventPublisher events,
        InstantSource clock) {

    /** A bank takes back what came by mistake within so many days; an older use of a reference is another payment's. */
    private static final int LATEST_DAYS = 45;

    /**
     * A statement says that a payment out took a payment in back. Said again, nothing changes. The account must be
     * locked.
     *
     * @param number of the payment out
     */
    void take(ReceivingAccount account, long number, StatementLine line) {
        if (findings.find(account.number(), number).isPresent()) return;
        Movement back = payments.find(account.number(), number).orElseThrow();
        Instant now = clock.instant();
        String undone = undo(account, back, payments(account.number(), line), now);
        findings.insert(List.of(new PaymentException(
                account.number(), number, MatchStatus.REVERSAL, 0, undone, now, null, null, null, 0, null, 1)));
    }

    /** What it may have taken back: what has its reference or, where nothing has, its code. */
    private List<Movement> payments(int account, StatementLine line) {
        List<Movement> referred = line.references().isEmpty()
                ? List.of()
                : store.byReference(
                        account,
                        line.amountVnd(),
                        line.references(),
                        line.bookedOn().minusDays(LATEST_DAYS),
                        line.bookedOn());
        List<Movement> sameDay = referred.stream()
                .filter(movement -> movement.day().equals(line.bookedOn()))
                .toList();
        // a bank may have used the reference on earlier days too
        if (!sameDay.isEmpty()) return sameDay;
        if (!referred.isEmpty()) return referred;
        List<String> codes = ReferenceCode.in(line.memo());
        List<Payable> named = codes.isEmpty() ? List.of() : payables.find(codes);
        LocalDate asked = named.stream()
                .map(payable -> BusinessTime.day(payable.askedAt()))
                .min(LocalDate::compareTo)
                .orElse(null);
        return asked == null ? List.of() : store.byCode(account, line.amountVnd(), codes, asked, line.bookedOn());
    }

    /** @return the code of what is owed again; null: it is not plain what was taken back, or it paid for nothing */
    private @Nullable String undo(ReceivingAccount account, Movement back, List<Movement> found, Instant now) {
        if (found.size() != 1) return null;
        Movement payment = found.getFirst();
        String code = payment.code();
        if (code == null || !counted(payment.outcome())) return null;
        if (payables.find(code)
                .filter(named -> named.account() == account.number())
                .isEmpty()) return null;
        Payable payable = payables.lock(account.number(), code);
        if (payable.paidVnd() < payment.amountVnd()) return null;
        if (!store.giveBack(payment, back.number(), now)) return null;
        // nobody waits for what was cancelled: there it goes out of the income
        boolean cancelled = payable.state() == Payable.State.CANCELLED;
        Payable after = payables.reverse(payable, payment.amountVnd());
        if (account.purpose() == ReceivingAccount.Purpose.CHARGES)
            ledger.book(List.of(ledger.transfer(
                    account.number(),
                    now,
                    cancelled ? Ledger.INCOME : Ledger.owed(code),
                    Ledger.OUT,
                    payment.amountVnd(),
                    "reversed:" + back.number(),
                    back.number(),
                    null)));
        var paid = new Payment.Paid(code, payable.origin(), payable.originId(), -payment.amountVnd(), after.owedVnd());
        events.publishEvent(new PaymentsReceived(List.of(Payment.of(payment, Payment.Kind.REVERSED, paid))));
        return code;
    }

    /** Whether all of a payment counted for what it names, and still does. */
    private static boolean counted(MatchStatus outcome) {
        return switch (outcome) {
            case MATCHED, LATE, UNDERPAID -> true;
            case OVERPAID, DUPLICATE, WRONG_ACCOUNT, UNMATCHED, OWNER, IGNORED_DEBIT, REVERSAL -> false;
        };
    }
}
