package vn.thucchat.foundation.money.exceptions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.payments.BankTransaction;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.payments.Posting;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.money.payments.SealedRemittances;
import vn.thucchat.foundation.money.payments.TransactionReports;
import vn.thucchat.foundation.money.payments.TransactionToPost;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;

/** The work list of payments that count only when an accountant has said so, and what accountants say. */
@Service
public class HeldPayments {

    /** A held payment with its account and the movement that it may be, where they are known. */
    public record Waiting(
            HeldPayment payment,
            @Nullable ReceivingAccount account,
            @Nullable Movement resembles) {}

    static final UUID FIRST = new UUID(0, 0);

    private static final int LONGEST_REASON = 200;
    private static final FieldError REASON_FAULT = new FieldError("reason", "payments.held.reason.fault");

    private final HeldPaymentStore store;
    private final ReceivingAccounts accounts;
    private final NotifiedAccounts notified;
    private final Payments payments;
    private final TransactionReports reports;
    private final Posting posting;
    private final SealedRemittances remittances;
    private final Seal seal;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    HeldPayments(
            HeldPaymentStore store,
            ReceivingAccounts accounts,
            NotifiedAccounts notified,
            Payments payments,
            TransactionReports reports,
            Posting posting,
            SealedRemittances remittances,
            Seal seal,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.notified = notified;
        this.payments = payments;
        this.reports = reports;
        this.posting = posting;
        this.remittances = remittances;
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
        if (found.isEmpty()) return new Result.NotFound();
        HeldPayment payment = found.get().payment();
        if (payment.decided() != null || payment.version() != version) return new Result.Stale();
        var errors = new ArrayList<FieldError>();
        if (unfit(reason)) errors.add(REASON_FAULT);
        List<ReceivingAccount> choices = choices(payment).stream()
                .filter(account -> chosen == null || account.number() == chosen)
                .toList();
        if (choices.size() != 1) errors.add(new FieldError("account", "payments.held.account.fault"));
        if (!errors.isEmpty()) return new Result.Invalid(errors);
        ReceivingAccount account = choices.getFirst();
        Optional<String> text = text(payment);
        if (text.isEmpty()) return new Result.Refused("payments.held.forgotten");
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
        if (found.isEmpty()) return new Result.NotFound();
        HeldPayment payment = found.get().payment();
        if (payment.decided() != null || payment.version() != version) return new Result.Stale();
        if (unfit(reason)) return new Result.Invalid(List.of(REASON_FAULT));
        HeldPayment.Said said = payment.said();
        // from now on it is known as what it resembles
        if (payment.account() != null && payment.resembles() != null)
            reports.refer(
                    List.of(new TransactionReports.Claim(
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
            return new Result.Stale();
        }
        log.record(
                actor,
                decision == HeldPayment.Decision.RELEASED ? "payments.held-released" : "payments.held-rejected",
                path(payment),
                payment.said().amountVnd() + " · " + reason.strip());
        return new Result.Done(null);
    }

    private Waiting waiting(HeldPayment payment) {
        Integer account = payment.account();
        Long resembles = payment.resembles();
        return new Waiting(
                payment,
                account == null ? null : accounts.find(account).orElse(null),
                account == null || resembles == null
                        ? null
                        : payments.find(account, resembles).orElse(null));
    }

    private Optional<String> text(HeldPayment payment) {
        return store.sealed(payment)
                .map(bytes -> new String(seal.open(bytes, Holding.purpose(payment.id())), StandardCharsets.UTF_8));
    }

    private Optional<RemittanceInfo> read(HeldPayment payment, String text) {
        return remittances.read(payment.said().source(), payment.said().sourceId(), payment.receivedAt(), text);
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
