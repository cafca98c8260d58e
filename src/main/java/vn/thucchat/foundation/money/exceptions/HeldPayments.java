package vn.thucchat.foundation.money.exceptions;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.NotifiedAccounts;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.money.payments.SealedRemittances;

/** The work list of payments that count only when an accountant has said so. */
@Service
public class HeldPayments {

    /** A held payment with its account and the movement that it may be, where they are known. */
    public record Waiting(
            HeldPayment payment,
            @Nullable ReceivingAccount account,
            @Nullable Movement resembles) {}

    static final UUID FIRST = new UUID(0, 0);

    private final HeldPaymentStore store;
    private final ReceivingAccounts accounts;
    private final NotifiedAccounts notified;
    private final Payments payments;
    private final SealedRemittances remittances;
    private final Seal seal;
    private final Access access;
    private final AccessLog log;

    HeldPayments(
            HeldPaymentStore store,
            ReceivingAccounts accounts,
            NotifiedAccounts notified,
            Payments payments,
            SealedRemittances remittances,
            Seal seal,
            Access access,
            AccessLog log) {
        this.store = store;
        this.accounts = accounts;
        this.notified = notified;
        this.payments = payments;
        this.remittances = remittances;
        this.seal = seal;
        this.access = access;
        this.log = log;
    }

    /** What nobody has decided where the actor keeps the books, the oldest first, after one already seen. */
    public List<Waiting> open(Actor actor, @Nullable UUID after, int limit) {
        return store
                .open(
                        access.units(actor, PaymentRoles.ACCOUNTANT).toArray(String[]::new),
                        actor.synthetic(),
                        Objects.requireNonNullElse(after, FIRST),
                        limit)
                .stream()
                .map(this::waiting)
                .toList();
    }

    public Optional<Waiting> find(Actor actor, UUID id) {
        return store.find(id).filter(payment -> mayDecide(actor, payment)).map(this::waiting);
    }

    private boolean mayDecide(Actor actor, HeldPayment payment) {
        return access.may(actor, PaymentRoles.ACCOUNTANT, payment.unit().value(), payment.synthetic());
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
        if (!mayDecide(actor, waiting.payment())) throw new IllegalArgumentException("Not the actor's books");
        log.record(actor, "payments.original-read", path(waiting.payment()), "đối chiếu khoản tiền được giữ");
        return text(waiting.payment()).flatMap(text -> read(waiting.payment(), text));
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

    Optional<String> text(HeldPayment payment) {
        return store.sealed(payment)
                .map(bytes -> new String(seal.open(bytes, Holding.purpose(payment.id())), StandardCharsets.UTF_8));
    }

    Optional<RemittanceInfo> read(HeldPayment payment, String text) {
        return remittances.read(payment.said().source(), payment.said().sourceId(), payment.receivedAt(), text);
    }

    static String path(HeldPayment payment) {
        return "/money/held/" + payment.id();
    }
}
