package vn.thucchat.foundation.money.cashdesk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.ledger.Payers;
import vn.thucchat.foundation.money.payments.PaymentsReceived;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
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

        record Refused(FieldError why) implements Taking {}
    }

    /** Nothing was asked for by this code in a unit where the actor takes cash. */
    public static final FieldError NO_SUCH_CODE = new FieldError("code", "payments.cash.no-such-code");

    /** It is paid or cancelled. */
    static final FieldError NOT_OPEN = new FieldError("code", "payments.cash.not-open");

    private static final FieldError AMOUNT = new FieldError("amount", "payments.cash.amount.fault");
    /** A receipt was written for this transaction of Mobile Money. */
    public static final FieldError REFERENCE_USED = new FieldError("reference", "payments.cash.reference.used");

    private static final Result CHANGED = new Result.Refused("payments.cash.total.changed");

    private final CashReceiptStore store;
    private final Payables payables;
    private final ReceivingAccounts accounts;
    private final CashBooking booking;
    private final List<Payers> payers;
    private final Access access;
    private final InstantSource clock;

    CashDesk(
            CashReceiptStore store,
            Payables payables,
            ReceivingAccounts accounts,
            CashBooking booking,
            List<Payers> payers,
            Access access,
            InstantSource clock) {
        this.store = store;
        this.payables = payables;
        this.accounts = accounts;
        this.booking = booking;
        this.payers = payers;
        this.access = access;
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
        return take(actor, typed, amountVnd, received, key, Set.of());
    }

    /** @param same accounts where receipts of the same act were written for the same transaction of Mobile Money */
    private Taking take(
            Actor actor, String typed, long amountVnd, CashReceipt.Received received, UUID key, Set<Integer> same) {
        Optional<Payable> found = find(actor, typed);
        if (found.isEmpty()) return new Taking.Refused(NO_SUCH_CODE);
        Payable payable = payables.lock(found.get().account(), found.get().code());
        Optional<CashReceipt> before = store.find(payable.account(), key);
        if (before.isPresent()) return new Taking.Taken(before.get());
        if (payable.state() != Payable.State.OPEN) return new Taking.Refused(NOT_OPEN);
        long owed = payable.owedVnd();
        if (amountVnd <= 0 || amountVnd > owed) return new Taking.Refused(AMOUNT);
        // as fine as the database keeps it
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int year = BusinessTime.day(now).getYear();
        int number = store.next(payable.account(), year);
        // a number that is not used leaves no gap: the count goes back with the transaction
        if (received.reference() != null
                && !same.contains(payable.account())
                && store.used(payable.account(), received.reference())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Taking.Refused(REFERENCE_USED);
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
        booking.taken(actor, receipt, payable);
        return new Taking.Taken(receipt);
    }

    /**
     * Takes money for all that is owed by several codes, each against a receipt of its own: all of them or none.
     *
     * @param toldVnd what the payer was told and gave, by code: when another amount is owed by now, nothing is taken
     * @param received how all of it came; one transaction of Mobile Money may pay for several codes
     * @param key made by the form, so that one sent twice takes the money once
     */
    @Transactional
    public Result takeAll(Actor actor, Map<String, Long> toldVnd, CashReceipt.Received received, UUID key) {
        var same = new HashSet<Integer>();
        // in one order, so that two who take the same at once wait for each other
        for (Map.Entry<String, Long> told : new TreeMap<>(toldVnd).entrySet()) {
            String code = told.getKey();
            if (find(actor, code).isEmpty()) return undone(Result.invalid("code", NO_SUCH_CODE.key()));
            UUID own = UUID.nameUUIDFromBytes((key + code).getBytes(StandardCharsets.UTF_8));
            switch (take(actor, code, told.getValue(), received, own, same)) {
                case Taking.Taken(CashReceipt receipt) -> {
                    // an old page sent again after its receipt was made void takes nothing
                    if (receipt.voided() != null || receipt.owedVnd() != 0 || receipt.amountVnd() != told.getValue())
                        return undone(CHANGED);
                    if (receipt.received().equals(received)) same.add(receipt.account());
                }
                case Taking.Refused(FieldError why) -> {
                    return undone(why.equals(REFERENCE_USED) ? new Result.Refused(why.key()) : CHANGED);
                }
            }
        }
        return toldVnd.isEmpty() ? undone(CHANGED) : new Result.Done(null);
    }

    private static Result undone(Result why) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return why;
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
}
