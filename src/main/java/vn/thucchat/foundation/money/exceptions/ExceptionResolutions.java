package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.ledger.Transfer;
import vn.thucchat.foundation.money.payments.Payment;
import vn.thucchat.foundation.money.payments.PaymentsReceived;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;
import vn.thucchat.foundation.pages.Result;

/**
 * What those who keep the books say about waiting money. Each decision is entries in the books, never an edit: the
 * movement keeps the outcome that it came with.
 */
@Service
public class ExceptionResolutions {

    private static final Result NO_SUCH_CODE = Result.invalid("code", "payments.finding.code.fault");

    private final PaymentExceptions exceptions;
    private final MatchSuggestions suggestions;
    private final PaymentExceptionStore store;
    private final Payables payables;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final AccessLog log;
    private final InstantSource clock;

    ExceptionResolutions(
            PaymentExceptions exceptions,
            MatchSuggestions suggestions,
            PaymentExceptionStore store,
            Payables payables,
            Ledger ledger,
            ApplicationEventPublisher events,
            AccessLog log,
            InstantSource clock) {
        this.exceptions = exceptions;
        this.suggestions = suggestions;
        this.store = store;
        this.payables = payables;
        this.ledger = ledger;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The money pays what was asked for by this code, as far as both reach. When that was to be paid to another
     * account, the money stays where it is and the books of both accounts say so ({@code due} in {@link Ledger}). Where
     * it paid all that was owed, the rest of the money still waits.
     *
     * @param version of the finding that the actor saw
     * @param code as somebody types it
     */
    @Transactional
    public Result assign(Actor actor, int account, long movement, int version, String code) {
        Optional<PaymentExceptions.Waiting> found = exceptions.find(actor, account, movement);
        if (found.isEmpty()) return new Result.NotFound();
        PaymentException finding = found.get().finding();
        if (finding.closedAt() != null || finding.version() != version) return new Result.Stale();
        if (finding.waitingVnd() == 0) return new Result.Refused("payments.finding.nothing-waits");
        Optional<Payable> named = suggestions.assignable(actor, found.get(), ReferenceCode.signs(code));
        if (named.isEmpty()) return NO_SUCH_CODE;
        // seen again under its lock: another payment may have come in
        Payable payable = payables.lock(named.get().account(), named.get().code());
        if (payable.state() != Payable.State.OPEN) return NO_SUCH_CODE;
        long credited = Math.min(finding.waitingVnd(), payable.owedVnd());
        boolean whole = credited == finding.waitingVnd();
        Instant now = clock.instant();
        boolean first = whole
                ? store.decide(finding, PaymentException.Decision.ASSIGNED, payable.code(), actor.account(), now)
                : store.split(finding, credited);
        if (!first) return new Result.Stale();
        Payable paid = payables.pay(payable, credited);
        if (booked(found.get())) ledger.book(assigned(finding, paid, credited, now, actor.account()));
        events.publishEvent(new PaymentsReceived(List.of(Payment.of(
                found.get().movement(),
                Payment.Kind.ASSIGNED,
                new Payment.Paid(paid.code(), paid.origin(), paid.originId(), credited, paid.owedVnd())))));
        log.record(actor, "payments.finding-assigned", path(finding), paid.code() + " · " + credited);
        return new Result.Done(null);
    }

    /** All that waits of it is to be given back, is cash brought to the bank, or stays. */
    @Transactional
    public Result resolve(Actor actor, int account, long movement, int version, Resolution how) {
        Optional<PaymentExceptions.Waiting> found = exceptions.find(actor, account, movement);
        if (found.isEmpty()) return new Result.NotFound();
        PaymentException finding = found.get().finding();
        if (finding.closedAt() != null || finding.version() != version) return new Result.Stale();
        boolean waits = finding.waitingVnd() > 0 && booked(found.get());
        if (!waits && how != Resolution.KEEP) return new Result.Refused("payments.finding.nothing-waits");
        Instant now = clock.instant();
        if (!store.decide(finding, how.decision, null, actor.account(), now)) return new Result.Stale();
        if (waits)
            ledger.book(List.of(ledger.decided(
                    account,
                    now,
                    Ledger.SUSPENSE,
                    how.into,
                    finding.waitingVnd(),
                    key(finding),
                    finding.movement(),
                    actor.account(),
                    "")));
        log.record(actor, how.act, path(finding), Long.toString(finding.waitingVnd()));
        return new Result.Done(null);
    }

    /** What else than paying for something can become of waiting money. */
    public enum Resolution {
        REFUND(PaymentException.Decision.REFUNDED, Ledger.REFUND, "payments.finding-refunded"),
        DEPOSIT(PaymentException.Decision.DEPOSITED, Ledger.CASH, "payments.finding-deposited"),
        /** what collectors received by Mobile Money, brought to the bank */
        PAYOUT(PaymentException.Decision.DEPOSITED, Ledger.MOBILE, "payments.finding-deposited"),
        KEEP(PaymentException.Decision.KEPT, Ledger.INCOME, "payments.finding-kept");

        private final PaymentException.Decision decision;
        private final String into;
        private final String act;

        Resolution(PaymentException.Decision decision, String into, String act) {
            this.decision = decision;
            this.into = into;
            this.act = act;
        }

        /** Whether this can be said of it: of what nobody waits for, and of an owner's money, only that it stays. */
        public boolean fits(PaymentExceptions.Waiting it) {
            return it.finding().closedAt() == null
                    && (this == KEEP || (it.finding().waitingVnd() > 0 && booked(it)));
        }
    }

    /** What a trader sells is no business of the platform's: of it no books are kept. */
    private static boolean booked(PaymentExceptions.Waiting waiting) {
        return waiting.account().purpose() == ReceivingAccount.Purpose.CHARGES;
    }

    private List<Transfer> assigned(PaymentException of, Payable payable, long amountVnd, Instant at, UUID by) {
        String owed = Ledger.owed(payable.code());
        int here = of.account();
        int there = payable.account();
        if (here == there)
            return List.of(ledger.decided(
                    here, at, Ledger.SUSPENSE, owed, amountVnd, key(of), of.movement(), by, payable.code()));
        return List.of(
                ledger.decided(
                        here,
                        at,
                        Ledger.SUSPENSE,
                        Ledger.DUE,
                        amountVnd,
                        key(of),
                        of.movement(),
                        by,
                        payable.code() + " @ " + there),
                ledger.decided(there, at, Ledger.DUE, owed, amountVnd, here + ":" + key(of), null, by, "@ " + here));
    }

    /** One for each version, so that what was split is decided once for each part. */
    private static String key(PaymentException finding) {
        return "decide:" + finding.movement() + ":" + finding.version();
    }

    private static String path(PaymentException finding) {
        return "/money/findings/" + finding.account() + "/" + finding.movement();
    }
}
