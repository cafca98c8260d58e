package vn.thucchat.foundation.money.exceptions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.money.accounts.NotifiedAccounts;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccountStore;
import vn.thucchat.foundation.money.payments.BankTransaction;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.MovementStore;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.payments.Posting;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.money.payments.SealedRemittances;
import vn.thucchat.foundation.money.payments.TransactionReportStore;
import vn.thucchat.foundation.money.payments.TransactionToPost;

/** The work list of payments that count only when an accountant has said so, and what accountants say. */
@Service
public class HeldPayments {

    /** What became of a decision. */
    public enum Result {
        DONE,
        /** no such payment, or not in books that the actor keeps */
        OUT_OF_REACH,
        /** somebody else has decided meanwhile */
        DECIDED,
        /** no reason was given, or one longer than 200 signs */
        NO_REASON,
        /** the account that it is for is not known, or not chosen */
        NO_ACCOUNT,
        /** what the teller sent was deleted since */
        FORGOTTEN
    }

    /** A held payment with its account and the movement that it may be, where they are known. */
    public record Waiting(
            HeldPayment payment,
            @Nullable ReceivingAccount account,
            @Nullable Movement resembles) {}

    static final UUID FIRST = new UUID(0, 0);

    private static final int LONGEST_REASON = 200;

    private final HeldPaymentStore store;
    private final ReceivingAccountStore accounts;
    private final NotifiedAccounts notified;
    private final MovementStore movements;
    private final TransactionReportStore told;
    private final Posting posting;
    private final Seal seal;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    HeldPayments(
            HeldPaymentStore store,
            ReceivingAccountStore accounts,
            NotifiedAccounts notified,
            MovementStore movements,
            TransactionReportStore told,
            Posting posting,
            Seal seal,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.notified = notified;
        this.movements = movements;
        this.told = told;
        this.posting = posting;
        this.seal = seal;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** What nobody has decided where the actor keeps the books, the oldest first, after one already seen. */
    public List<Waiting> open(Actor actor, @Nullable UUID after, int limit) {
        return store
                .open(
                        access.units(actor, PaymentRoles.ACCOUNTANT).toArray(String[]::new),
                        Objects.requireNonNullElse(after, FIRST),
                        limit)
                .stream()
                .map(this::waiting)
                .toList();
    }

    public Optional<Waiting> find(Actor actor, UUID id) {
        return store.find(id)
                .filter(payment -> access.may(
                        actor, PaymentRoles.ACCOUNTANT, payment.unit().value()))
                .map(this::waiting);
    }

    /** What came in on some accounts on some days and counts only when somebody has said so. */
    public Payments.Total waiting(Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return accounts.isEmpty() ? new Payments.Total(0, 0) : store.waiting(accounts, from, to);
    }

    /** The accounts that it may be for: one where that is known. */
    public List<ReceivingAccount> choices(HeldPayment payment) {
        if (payment.account() != null)
            return accounts.find(payment.account()).stream().toList();
        String connection = payment.said().connection();
        return connection == null
                ? List.of()
                : notified.possible(connection, payment.said().numbers());
    }

    /** What came with it. Each reading is logged. Empty when it was deleted since. */
    @Transactional
    public Optional<RemittanceInfo> original(Actor actor, Waiting waiting) {
        if (!access.may(actor, PaymentRoles.ACCOUNTANT, waiting.payment().unit().value()))
            throw new IllegalArgumentException("Not the actor's books");
        log.record(actor, "payments.original-read", path(waiting.payment()), "đối chiếu khoản tiền được giữ");
        return text(waiting.payment()).flatMap(text -> read(waiting.payment(), text));
    }

    /**
     * It is a payment of its own and counts from now on, as if it had been told today.
     *
     * @param chosen the account where it is for one of several; null: the only one
     */
    @Transactional
    public Result release(Actor actor, UUID id, int version, @Nullable Integer chosen, String reason) {
        Optional<Waiting> found = find(actor, id);
        if (found.isEmpty()) return Result.OUT_OF_REACH;
        HeldPayment payment = found.get().payment();
        if (payment.decided() != null || payment.version() != version) return Result.DECIDED;
        if (unfit(reason)) return Result.NO_REASON;
        List<ReceivingAccount> choices = choices(payment).stream()
                .filter(account -> chosen == null || account.number() == chosen)
                .toList();
        if (choices.size() != 1) return Result.NO_ACCOUNT;
        ReceivingAccount account = choices.getFirst();
        Optional<String> text = text(payment);
        if (text.isEmpty()) return Result.FORGOTTEN;
        Optional<Movement> posted = posting.post(List.of(new TransactionToPost(
                        account,
                        notice(payment, read(payment, text.get()).orElseThrow()),
                        payment.said().source(),
                        text.get(),
                        true)))
                .getFirst();
        Long number = posted.map(Movement::number).orElse(null);
        return decide(actor, payment, HeldPayment.Decision.RELEASED, account.number(), number, reason);
    }

    /** It is no payment, or one that was told before: it never counts. */
    @Transactional
    public Result reject(Actor actor, UUID id, int version, String reason) {
        Optional<Waiting> found = find(actor, id);
        if (found.isEmpty()) return Result.OUT_OF_REACH;
        HeldPayment payment = found.get().payment();
        if (payment.decided() != null || payment.version() != version) return Result.DECIDED;
        if (unfit(reason)) return Result.NO_REASON;
        HeldPayment.Said said = payment.said();
        // from now on it is known as what it resembles
        if (payment.account() != null && payment.resembles() != null)
            told.refer(
                    List.of(new TransactionReportStore.Claim(
                            payment.account(), payment.resembles(), said.source(), said.sourceId(), said.reference())),
                    clock.instant());
        return decide(actor, payment, HeldPayment.Decision.REJECTED, null, null, reason);
    }

    private Result decide(
            Actor actor,
            HeldPayment payment,
            HeldPayment.Decision decision,
            @Nullable Integer account,
            @Nullable Long movement,
            String reason) {
        Instant now = clock.instant();
        var decided = new HeldPayment.Decided(decision, reason.strip(), now, actor.account(), movement);
        if (!store.decide(payment, decided, account)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Result.DECIDED;
        }
        log.record(
                actor,
                decision == HeldPayment.Decision.RELEASED ? "payments.held-released" : "payments.held-rejected",
                path(payment),
                payment.said().amountVnd() + " · " + reason.strip());
        return Result.DONE;
    }

    private Waiting waiting(HeldPayment payment) {
        Integer account = payment.account();
        Long resembles = payment.resembles();
        return new Waiting(
                payment,
                account == null ? null : accounts.find(account).orElse(null),
                account == null || resembles == null
                        ? null
                        : movements.find(account, resembles).orElse(null));
    }

    private Optional<String> text(HeldPayment payment) {
        return store.sealed(payment)
                .map(bytes -> new String(seal.open(bytes, Holding.purpose(payment.id())), StandardCharsets.UTF_8));
    }

    private static Optional<RemittanceInfo> read(HeldPayment payment, String text) {
        return SealedRemittances.read(payment.said().source(), payment.said().sourceId(), payment.receivedAt(), text);
    }

    private static BankTransaction notice(HeldPayment payment, RemittanceInfo original) {
        HeldPayment.Said said = payment.said();
        return new BankTransaction(
                said.numbers(),
                said.bank(),
                said.incoming(),
                said.amountVnd(),
                said.at(),
                said.sourceId(),
                said.reference(),
                original.memo(),
                original.payerName(),
                original.payerAccount(),
                false);
    }

    private static boolean unfit(String reason) {
        return reason.isBlank() || reason.strip().length() > LONGEST_REASON;
    }

    private static String path(HeldPayment payment) {
        return "/money/held/" + payment.id();
    }
}
