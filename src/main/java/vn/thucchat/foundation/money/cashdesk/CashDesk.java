package vn.thucchat.foundation.money.cashdesk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.payments.Ledger;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payable;
import vn.thucchat.foundation.money.payments.Payables;
import vn.thucchat.foundation.money.payments.Payers;
import vn.thucchat.foundation.money.payments.Payment;
import vn.thucchat.foundation.money.payments.PaymentsReceived;
import vn.thucchat.foundation.money.payments.Transfer;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Taking cash, or Mobile Money on a collector's telephone, for what was asked for, each time against a receipt whose
 * numbers have no gap. Who asked hears of it by {@link PaymentsReceived}, as of money at the bank.
 */
@Service
public class CashDesk {

    /** What became of taking cash. */
    public sealed interface Taking {
        record Taken(CashReceipt receipt) implements Taking {}

        record Refused(Why why) implements Taking {}
    }

    /** Why no cash was taken. */
    public enum Why {
        /** nothing was asked for by this code in a unit where the actor takes cash */
        NO_SUCH_CODE,
        /** it is paid or cancelled */
        NOT_OPEN,
        /** not above 0, or more than is owed */
        AMOUNT,
        /** a receipt was written for this transaction of Mobile Money */
        REFERENCE_USED
    }

    /** What became of making a receipt void. */
    public enum Voiding {
        DONE,
        /** no such receipt, or not in books that the actor keeps */
        OUT_OF_REACH,
        BEFORE,
        REASON_UNFIT
    }

    private final CashReceiptStore store;
    private final Payables payables;
    private final ReceivingAccounts accounts;
    private final Ledger ledger;
    private final List<Payers> payers;
    private final Access access;
    private final AccessLog log;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    CashDesk(
            CashReceiptStore store,
            Payables payables,
            ReceivingAccounts accounts,
            Ledger ledger,
            List<Payers> payers,
            Access access,
            AccessLog log,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.payables = payables;
        this.accounts = accounts;
        this.ledger = ledger;
        this.payers = payers;
        this.access = access;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** What is to be paid by a code as somebody types it, where the actor takes cash. */
    public Optional<Payable> find(Actor actor, String typed) {
        String code = ReferenceCode.signs(typed);
        if (!ReferenceCode.valid(code)) return Optional.empty();
        return payables.find(List.of(code)).stream()
                .filter(payable -> payable.synthetic() == actor.synthetic())
                .filter(payable -> accounts.find(payable.account())
                        .filter(account -> takes(actor, account))
                        .isPresent())
                .findFirst();
    }

    /**
     * The units whose collectors take cash for what is owed to some accounts, by account: only of those for which the
     * actor takes none.
     */
    public Map<Integer, UnitCode> takenElsewhere(Actor actor, Collection<Integer> of) {
        var elsewhere = new HashMap<Integer, UnitCode>();
        for (ReceivingAccount account : accounts.find(of))
            if (!takes(actor, account)) elsewhere.put(account.number(), account.unit());
        return elsewhere;
    }

    /**
     * Takes cash for what was asked for by a code: all that is owed, or a part.
     *
     * @param key made by the form, so that one sent twice takes the cash once
     */
    @Transactional
    public Taking take(Actor actor, String typed, long amountVnd, UUID key) {
        return take(actor, typed, amountVnd, CashReceipt.Received.CASH, key);
    }

    /** The same, with money that came on the collector's telephone account too: it is held by the operator. */
    @Transactional
    public Taking take(Actor actor, String typed, long amountVnd, CashReceipt.Received received, UUID key) {
        Optional<Payable> found = find(actor, typed);
        if (found.isEmpty()) return new Taking.Refused(Why.NO_SUCH_CODE);
        Payable payable = payables.lock(found.get().account(), found.get().code());
        Optional<CashReceipt> before = store.find(payable.account(), key);
        if (before.isPresent()) return new Taking.Taken(before.get());
        if (payable.state() != Payable.State.OPEN) return new Taking.Refused(Why.NOT_OPEN);
        long owed = payable.owedVnd();
        if (amountVnd <= 0 || amountVnd > owed) return new Taking.Refused(Why.AMOUNT);
        // as fine as the database keeps it
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int year = BusinessTime.day(now).getYear();
        int number = store.next(payable.account(), year);
        // a number that is not used leaves no gap: the count goes back with the transaction
        if (received.reference() != null && store.used(payable.account(), received.reference())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Taking.Refused(Why.REFERENCE_USED);
        }
        var receipt = new CashReceipt(
                payable.account(),
                year,
                number,
                Ids.next(clock),
                amountVnd,
                owed - amountVnd,
                now,
                payable.code(),
                payable.what(),
                actor.name(),
                payer(payable),
                received,
                payable.synthetic(),
                null);
        store.insert(receipt, actor.account(), key);
        payables.pay(payable, amountVnd);
        ledger.book(List.of(
                transfer(receipt, "cash:", held(receipt), Ledger.owed(payable.code()), now, actor, receipt.printed())));
        MatchStatus outcome = amountVnd < owed
                ? MatchStatus.UNDERPAID
                : now.isAfter(payable.dueAt()) ? MatchStatus.LATE : MatchStatus.MATCHED;
        Payment.Kind kind = switch (received.means()) {
            case CASH -> Payment.Kind.CASH;
            case MOBILE_MONEY -> Payment.Kind.MOBILE_MONEY;
        };
        publish(receipt, kind, outcome, now, payable, amountVnd, receipt.owedVnd());
        log.record(actor, "payments.cash-taken", path(receipt), receipt.printed() + " · " + amountVnd);
        return new Taking.Taken(receipt);
    }

    /** What became of taking cash for several charges at once. */
    public sealed interface TakingAll {
        /** One receipt for each code, in their order. */
        record Taken(List<CashReceipt> receipts) implements TakingAll {}

        /** Nothing was taken: one of them is not open here, or they come to another total by now. */
        record Refused(Why why) implements TakingAll {}
    }

    /**
     * Takes cash for all that is owed by several codes, each against a receipt of its own: all of them or none.
     *
     * @param totalVnd what the payer was told and gave
     * @param key made by the form, so that one sent twice takes the cash once
     */
    @Transactional
    public TakingAll takeAll(Actor actor, Collection<String> codes, long totalVnd, UUID key) {
        var receipts = new ArrayList<CashReceipt>();
        // in one order, so that two who take the same at once wait for each other
        for (String code : new TreeSet<>(codes)) {
            long owedVnd = find(actor, code).map(Payable::owedVnd).orElse(0L);
            UUID own = UUID.nameUUIDFromBytes((key + code).getBytes(StandardCharsets.UTF_8));
            switch (take(actor, code, owedVnd, own)) {
                case Taking.Taken(CashReceipt receipt) -> receipts.add(receipt);
                case Taking.Refused(Why why) -> {
                    return refusedWhole(why);
                }
            }
        }
        long taken = receipts.stream().mapToLong(CashReceipt::amountVnd).sum();
        return receipts.isEmpty() || taken != totalVnd
                ? refusedWhole(Why.AMOUNT)
                : new TakingAll.Taken(List.copyOf(receipts));
    }

    private static TakingAll refusedWhole(Why why) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new TakingAll.Refused(why);
    }

    /** Makes a receipt void: what it paid is owed again. Not for who took the cash, but for who keeps the books. */
    @Transactional
    public Voiding voided(Actor actor, UUID id, String reason) {
        Optional<CashReceipt> found = store.find(id)
                .filter(receipt -> accounts.find(receipt.account())
                        .filter(account -> access.may(
                                actor, PaymentRoles.ACCOUNTANT, account.unit().value(), account.synthetic()))
                        .isPresent());
        if (found.isEmpty()) return Voiding.OUT_OF_REACH;
        if (reason.isBlank() || reason.length() > 200) return Voiding.REASON_UNFIT;
        CashReceipt receipt = found.get();
        Payable payable = payables.lock(receipt.account(), receipt.code());
        Instant now = clock.instant();
        if (!store.voided(receipt, now, actor.account(), reason.strip())) return Voiding.BEFORE;
        // nobody waits for what was cancelled: there the cash goes out of the income
        boolean cancelled = payable.state() == Payable.State.CANCELLED;
        Payable after = payables.reverse(payable, receipt.amountVnd());
        String debit = cancelled ? Ledger.INCOME : Ledger.owed(payable.code());
        ledger.book(List.of(transfer(receipt, "void:", debit, held(receipt), now, actor, reason.strip())));
        publish(
                receipt,
                Payment.Kind.CASH_VOIDED,
                MatchStatus.UNDERPAID,
                now,
                after,
                -receipt.amountVnd(),
                after.owedVnd());
        log.record(actor, "payments.cash-voided", path(receipt), receipt.printed() + " · " + reason);
        return Voiding.DONE;
    }

    /** Whoever collects in the account's unit, wherever the payer is: the receipt goes into that unit's books. */
    private boolean takes(Actor actor, ReceivingAccount account) {
        String unit = account.unit().value();
        return account.purpose() == ReceivingAccount.Purpose.CHARGES && access.may(actor, PaymentRoles.CASHIER, unit);
    }

    private @Nullable String payer(Payable payable) {
        return payers.stream()
                .flatMap(known -> known.name(payable.origin(), payable.originId()).stream())
                .findFirst()
                .orElse(null);
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

    private void publish(
            CashReceipt receipt,
            Payment.Kind kind,
            MatchStatus outcome,
            Instant at,
            Payable payable,
            long creditedVnd,
            long owedVnd) {
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
                new Payment.Paid(payable.code(), payable.origin(), payable.originId(), creditedVnd, owedVnd)))));
    }

    private static String path(CashReceipt receipt) {
        return "/money/receipts/" + receipt.id();
    }
}
