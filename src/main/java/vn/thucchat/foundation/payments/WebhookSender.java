package vn.thucchat.foundation.payments;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;

/**
 * Tells webhooks what they have not been told. Any process may: it takes a webhook up by a time in the database up to
 * which nobody else does, and sends outside of transactions, one message after the other. A process that dies leaves
 * its webhooks to the others when that time is over; what it had sent but not noted is sent again.
 */
@Component
class WebhookSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    /** After each failure in a row the wait for the next try (Standard Webhooks 1.0.0, “Deliverability”). */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** A receiver that asks for more is not heeded further. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    /** Up to a tenth more, so that what failed together does not come again together. */
    private static final double JITTER = 0.1;

    /** How long one webhook is worked on before others get their turn. */
    private static final Duration TURN = Duration.ofSeconds(60);
    /** A turn, a message that is under way at its end, and time to note it. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** At once by this process, and of them those that failed before: they must not crowd out the others. */
    private static final int MOST = 500;

    private static final int MOST_FAILING = 200;
    /** Connections to the database: the posting of money needs them too. */
    private static final int MOST_ASKING = 4;

    private static final int PAGE = 50;
    private static final long POLL_MS = 1_000;
    /** What a signal would have told, should one be lost. */
    private static final long SWEEP_MS = 30_000;
    /** However much moves, the database is asked no more often. */
    private static final long REST_MS = 50;

    private final WebhookStore store;
    private final MovementStore movements;
    private final ReceivingAccountStore accounts;
    private final WebhookPost post;
    private final Seal seal;
    private final InstantSource clock;

    private final Set<Integer> moved = ConcurrentHashMap.newKeySet();
    private final Semaphore asking = new Semaphore(MOST_ASKING);
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();
    private volatile boolean anyMoved = true;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    WebhookSender(
            WebhookStore store,
            MovementStore movements,
            ReceivingAccountStore accounts,
            WebhookPost post,
            Seal seal,
            InstantSource clock,
            Signals signals) {
        this.store = store;
        this.movements = movements;
        this.accounts = accounts;
        this.post = post;
        this.seal = seal;
        this.clock = clock;
        signals.listen(this::heard);
    }

    private void heard(Set<Integer> accounts) {
        if (accounts.isEmpty()) anyMoved = true;
        else moved.addAll(accounts);
        LockSupport.unpark(thread);
    }

    private void work() {
        long swept = System.nanoTime();
        while (running) {
            if (moved.isEmpty() && !anyMoved) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MS));
            if (System.nanoTime() - swept > TimeUnit.MILLISECONDS.toNanos(SWEEP_MS)) {
                anyMoved = true;
                swept = System.nanoTime();
            }
            try {
                look();
            } catch (RuntimeException e) {
                LOG.warn("Webhooks wait for the database: {}", e.toString());
                anyMoved = true;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MS));
            }
            rest();
        }
    }

    /** Takes up what there is to do, as far as there is room. */
    private void look() {
        take(room -> store.claimDue(clock.instant(), false, lease(), room), room(), false);
        take(
                room -> store.claimDue(clock.instant(), true, lease(), room),
                Math.min(room(), MOST_FAILING - failing.get()),
                true);
        if (anyMoved) {
            anyMoved = false;
            if (take(room -> store.claimBehind(lease(), room), room(), false)) anyMoved = true;
        }
        // marked again while the database is asked, an account is asked about again
        Set<Integer> looked = Set.copyOf(moved);
        moved.removeAll(looked);
        if (!looked.isEmpty() && take(room -> store.claimBehind(looked, lease(), room), room(), false))
            moved.addAll(looked);
    }

    private interface Claim {
        List<WebhookStore.Claimed> upTo(int room);
    }

    /** @return whether there may be more than there was room for */
    private boolean take(Claim claim, int room, boolean again) {
        if (room <= 0) return true;
        List<WebhookStore.Claimed> claimed = claim.upTo(room);
        for (WebhookStore.Claimed webhook : claimed) {
            working.incrementAndGet();
            if (again) failing.incrementAndGet();
            Thread.ofVirtual().name("webhook-", webhook.account()).start(() -> {
                try {
                    new Turn(webhook).run();
                } catch (RuntimeException e) {
                    LOG.warn("Webhook {} is left until its time is over: {}", webhook.id(), e.toString());
                } finally {
                    working.decrementAndGet();
                    if (again) failing.decrementAndGet();
                    // what was stored while it was ours had its signal in vain
                    heard(Set.of(webhook.account()));
                }
            });
        }
        return claimed.size() == room;
    }

    private int room() {
        return MOST - working.get();
    }

    private Instant lease() {
        return clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MICROS);
    }

    /** One webhook's turn: one message after the other, until there is none, one is not taken, or others want theirs. */
    private final class Turn {
        private final WebhookStore.Claimed webhook;
        private final ReceivingAccount account;
        private final List<String> secrets;
        private final long end = System.nanoTime() + TURN.toNanos();
        /** The number of the last movement that was told or passed over. */
        private long seen;

        private int failures;

        Turn(WebhookStore.Claimed webhook) {
            this.webhook = webhook;
            account = ask(() -> accounts.find(webhook.account())).orElseThrow();
            secrets = secrets(webhook.id(), webhook.secret(), webhook.formerSecret(), webhook.formerUntil());
            seen = webhook.position();
            failures = webhook.attempts();
        }

        void run() {
            List<Movement> fresh;
            do {
                fresh = ask(() -> movements.after(Map.of(webhook.account(), seen), PAGE));
                for (Movement movement : fresh) {
                    if (!running || System.nanoTime() > end) {
                        release(clock.instant());
                        return;
                    }
                    seen = movement.number();
                    // what the owner spends is no business of the software at the till
                    if (movement.incoming() && !tell(WebhookMessage.of(movement, account))) return;
                }
            } while (fresh.size() == PAGE);
            release(null);
        }

        /** @return whether to go on */
        private boolean tell(WebhookMessage message) {
            WebhookPost.Answer answer = post(webhook.url(), secrets, message);
            boolean goesOn = ask(() -> answer.outcome() == Delivery.Outcome.TAKEN ? moved() : failed(answer));
            record(webhook.account(), webhook.id(), message, answer);
            return goesOn;
        }

        private boolean moved() {
            failures = 0;
            return store.move(webhook, seen);
        }

        private boolean failed(WebhookPost.Answer answer) {
            Instant now = clock.instant();
            if (answer.outcome() == Delivery.Outcome.GONE) store.fail(webhook, now, null, Webhook.Reason.GONE);
            else if (failures == WAITS.size()) store.fail(webhook, now, null, Webhook.Reason.FAILING);
            else store.fail(webhook, now, now.plus(pause(failures, answer.after())), null);
            return false;
        }

        private void release(@Nullable Instant at) {
            ask(() -> store.release(webhook, seen, at));
        }
    }

    /** @param asked how long the receiver asks to be left alone, or null */
    private static Duration pause(int failures, @Nullable Duration asked) {
        Duration wait = WAITS.get(failures);
        wait = wait.plusMillis(
                (long) (wait.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
        if (asked == null || asked.compareTo(wait) <= 0) return wait;
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    /** Sends one message now, outside of any turn, and notes what came of it. */
    Delivery send(WebhookStore.Kept to, WebhookMessage message) {
        Webhook webhook = to.webhook();
        var secrets = secrets(
                webhook.id(), Objects.requireNonNull(to.secret()), to.formerSecret(), webhook.formerSecretUntil());
        return record(webhook.account(), webhook.id(), message, post(webhook.url(), secrets, message));
    }

    private WebhookPost.Answer post(String url, List<String> secrets, WebhookMessage message) {
        Instant now = clock.instant();
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        String id = message.id().toString();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", WebhookSignature.of(secrets, id, now, body));
        return post.send(URI.create(url), headers, body);
    }

    private Delivery record(int account, UUID webhook, WebhookMessage message, WebhookPost.Answer answer) {
        var delivery = new Delivery(
                clock.instant(), message.id(), message.number(), answer.outcome(), answer.status(), answer.ms());
        return ask(() -> {
            store.record(account, webhook, delivery);
            return delivery;
        });
    }

    /** What signs: the present one, and for a while the one before. */
    private List<String> secrets(UUID webhook, String secret, @Nullable String former, @Nullable Instant until) {
        var secrets = new ArrayList<String>();
        secrets.add(seal.open(secret, Webhooks.sealed(webhook)));
        if (former != null && until != null && clock.instant().isBefore(until))
            secrets.add(seal.open(former, Webhooks.sealed(webhook)));
        return secrets;
    }

    private <T> T ask(Supplier<T> question) {
        asking.acquireUninterruptibly();
        try {
            return question.get();
        } finally {
            asking.release();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        anyMoved = true;
        thread = Thread.ofPlatform().daemon().name("webhooks").unstarted(this::work);
        thread.start();
    }

    /** What is under way may end; what does not is taken up again by whoever runs when its time is over. */
    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (working.get() > 0 && System.nanoTime() < end) rest();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
