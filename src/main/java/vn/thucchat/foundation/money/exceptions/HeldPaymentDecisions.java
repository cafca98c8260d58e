package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.payments.BankTransaction;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Posting;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.money.payments.TransactionReports;
import vn.thucchat.foundation.money.payments.TransactionToPost;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;

/** What accountants say of held payments: that one counts from now on, or never. */
@Service
public class HeldPaymentDecisions {

    private static final int LONGEST_REASON = 200;
    private static final FieldError REASON_FAULT = new FieldError("reason", "payments.held.reason.fault");

    private final HeldPayments held;
    private final HeldPaymentStore store;
    private final TransactionReports reports;
    private final Posting posting;
    private final AccessLog log;
    private final InstantSource clock;

    HeldPaymentDecisions(
            HeldPayments held,
            HeldPaymentStore store,
            TransactionReports reports,
            Posting posting,
            AccessLog log,
            InstantSource clock) {
        this.held = held;
        this.store = store;
        this.reports = reports;
        this.posting = posting;
        this.log = log;
        this.clock = clock;
    }

    /**
     * It is a payment of its own and counts from now on, as if it had been told today.
     *
     * @param chosen the account where it is for one of several; null: the only one
     */
    @Transactional
    public Result release(Actor actor, UUID id, int version, @Nullable Integer chosen, String reason) {
        Optional<HeldPayments.Waiting> found = held.find(actor, id);
        if (found.isEmpty()) return new Result.NotFound();
        HeldPayment payment = found.get().payment();
        if (payment.decided() != null || payment.version() != version) return new Result.Stale();
        var errors = new ArrayList<FieldError>();
        if (unfit(reason)) errors.add(REASON_FAULT);
        List<ReceivingAccount> choices = held.choices(payment).stream()
                .filter(account -> chosen == null || account.number() == chosen)
                .toList();
        if (choices.size() != 1) errors.add(new FieldError("account", "payments.held.account.fault"));
        if (!errors.isEmpty()) return new Result.Invalid(errors);
        ReceivingAccount account = choices.getFirst();
        Optional<String> text = held.text(payment);
        if (text.isEmpty()) return new Result.Refused("payments.held.forgotten");
        Optional<Movement> posted = posting.post(List.of(new TransactionToPost(
                        account,
                        notice(payment, held.read(payment, text.get()).orElseThrow()),
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
        Optional<HeldPayments.Waiting> found = held.find(actor, id);
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
                HeldPayments.path(payment),
                payment.said().amountVnd() + " · " + reason.strip());
        return new Result.Done(null);
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
}
