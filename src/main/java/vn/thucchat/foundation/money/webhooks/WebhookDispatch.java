package vn.thucchat.foundation.money.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.thucchat.foundation.delivery.DatabaseBulkhead;
import vn.thucchat.foundation.delivery.RetryBackoff;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccountStore;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.MovementStore;

/**
 * One webhook's turn: one message after the other, outside of transactions, until there is none, one is not taken, or
 * others want theirs.
 */
@Component
class WebhookDispatch {

    /** How long one webhook is worked on before others get their turn. */
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** A turn, a message that is under way at its end, and time to note it. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int PAGE = 50;
    private static final int MOST_CONNECTIONS = 4;

    private final WebhookLeaseStore store;
    private final MovementStore movements;
    private final ReceivingAccountStore accounts;
    private final Deliveries deliveries;
    private final DatabaseBulkhead database;
    private final InstantSource clock;

    WebhookDispatch(
            WebhookLeaseStore store,
            MovementStore movements,
            ReceivingAccountStore accounts,
            Deliveries deliveries,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.movements = movements;
        this.accounts = accounts;
        this.deliveries = deliveries;
        database = new DatabaseBulkhead(transactions, MOST_CONNECTIONS);
        this.clock = clock;
    }

    /** @param running asked before each message */
    void take(WebhookLeaseStore.Claimed webhook, BooleanSupplier running) {
        new Turn(webhook).run(running);
    }

    private final class Turn {
        private final WebhookLeaseStore.Claimed webhook;
        private final ReceivingAccount account;
        private final long end = System.nanoTime() + LONGEST.toNanos();
        /** The number of the last movement that was told or passed over. */
        private long seen;

        private int failures;

        Turn(WebhookLeaseStore.Claimed webhook) {
            this.webhook = webhook;
            account = database.ask(() -> accounts.find(webhook.to().account())).orElseThrow();
            seen = webhook.position();
            failures = webhook.attempts();
        }

        void run(BooleanSupplier running) {
            List<Movement> fresh;
            do {
                fresh = database.ask(() -> movements.after(Map.of(account.number(), seen), PAGE));
                for (Movement movement : fresh) {
                    if (!running.getAsBoolean() || System.nanoTime() > end) {
                        release(clock.instant());
                        return;
                    }
                    seen = movement.number();
                    boolean last = fresh.size() < PAGE && movement.equals(fresh.getLast());
                    // what the owner spends is no business of the software at the till
                    if (movement.incoming() && !tell(movement, last)) return;
                }
            } while (fresh.size() == PAGE);
            if (fresh.isEmpty() || !fresh.getLast().incoming()) release(null);
        }

        /** @return whether to go on */
        private boolean tell(Movement movement, boolean last) {
            var message = WebhookMessage.of(movement, account);
            WebhookPost.Answer answer =
                    deliveries.post(webhook.to(), message, account.synthetic() || movement.synthetic());
            return database.together(() -> {
                store.notWaitForTheDisk();
                boolean goesOn = answer.outcome() == Delivery.Outcome.TAKEN ? moved() : failed(answer);
                if (goesOn && last) store.release(webhook, seen, null);
                deliveries.record(webhook.to(), message, answer);
                return goesOn;
            });
        }

        private boolean moved() {
            failures = 0;
            return store.move(webhook, seen);
        }

        private boolean failed(WebhookPost.Answer answer) {
            Instant now = clock.instant();
            Optional<Duration> wait = RetryBackoff.next(failures, answer.after());
            if (answer.outcome() == Delivery.Outcome.GONE) store.fail(webhook, now, null, Webhook.Reason.GONE);
            else if (answer.outcome() == Delivery.Outcome.INVENTED)
                store.fail(webhook, now, null, Webhook.Reason.INVENTED);
            else if (wait.isEmpty()) store.fail(webhook, now, null, Webhook.Reason.FAILING);
            else store.fail(webhook, now, now.plus(wait.get()), null);
            return false;
        }

        private void release(@Nullable Instant at) {
            database.ask(() -> store.release(webhook, seen, at));
        }
    }
}
