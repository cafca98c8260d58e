package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;

/**
 * Money that those who keep the books decided to give back. The office sends it by its own bank; when the bank tells
 * that it went out, somebody says which payment out gave it back, and the books no longer owe it.
 */
@Service
public class Refunds {

    /** More of the same amount help nobody. */
    private static final int OFFERED = 10;

    private final RefundStore store;
    private final PaymentExceptions exceptions;
    private final Payments payments;
    private final Ledger ledger;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Refunds(
            RefundStore store,
            PaymentExceptions exceptions,
            Payments payments,
            Ledger ledger,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.exceptions = exceptions;
        this.payments = payments;
        this.ledger = ledger;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** What is to be given back and was not yet, in the units where the actor keeps the books; decided first, first. */
    public Slice<PaymentExceptions.Waiting> waiting(Actor actor, Cursor after, int size) {
        Slice<PaymentException> part = Slice.of(
                store.waiting(
                        access.units(actor, PaymentRoles.ACCOUNTANT).toArray(String[]::new),
                        actor.synthetic(),
                        after.at(0, Instant.EPOCH),
                        after.key(1, 0, Integer::valueOf),
                        after.number(2, 0),
                        size + 1),
                size,
                last -> Cursor.of(Objects.requireNonNull(last.closedAt()), last.account(), last.movement()));
        return new Slice<>(exceptions.waiting(part.items()), part.nextCursor());
    }

    /** The payments out that may have given it back: as much, since it came, and not said of anything else. */
    public List<Movement> outgoing(PaymentExceptions.Waiting waiting) {
        PaymentException finding = waiting.finding();
        return finding.toReturn() ? store.outgoing(finding, OFFERED) : List.of();
    }

    /** The payment out that gave it back, when somebody said so. */
    public Optional<Movement> returned(PaymentExceptions.Waiting waiting) {
        Long returned = waiting.finding().returned();
        return returned == null
                ? Optional.empty()
                : payments.find(waiting.finding().account(), returned);
    }

    /**
     * This payment out gave it back.
     *
     * @param version of the finding that the actor saw
     * @param outgoing the number of the movement
     * @return stale also when that is not one of those offered
     */
    @Transactional
    public Result giveBack(Actor actor, int account, long movement, int version, long outgoing) {
        Optional<PaymentExceptions.Waiting> found = exceptions.find(actor, account, movement);
        if (found.isEmpty()) return new Result.NotFound();
        PaymentException finding = found.get().finding();
        if (finding.version() != version) return new Result.Stale();
        payments.lock(List.of(account));
        if (!store.giveBack(finding, outgoing)) return new Result.Stale();
        ledger.book(List.of(ledger.decided(
                account,
                clock.instant(),
                Ledger.REFUND,
                Ledger.OUT,
                finding.refundVnd(),
                "refund:" + movement,
                movement,
                actor.account(),
                "← " + outgoing)));
        log.record(actor, "payments.refund-paired", "/money/findings/" + account + "/" + movement, "← " + outgoing);
        return new Result.Done(null);
    }
}
