package vn.thucchat.foundation.identity.throttling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Sha256;

/**
 * Makes guessing passwords slow without letting anybody keep anybody else out. Failures count for a name together with
 * the network they come from: after five a minute's wait, then 2, 4, 8 and 15. A network has thirty, because an office
 * shares one address, and a name a hundred from everywhere together (NIST SP 800-63B). From a network or browser where
 * the account's right password was given before, attempts are never refused: they are looked at one after the other,
 * ever more slowly. Each attempt is counted before its password is looked at, so that a hundred at once do not slip
 * through together, and no more than a few are in between, so that ten right ones are ten sign-ins.
 */
@Component
public class Throttle {

    private static final int FREE_BY_PAIR = 5;
    private static final int FREE_BY_NETWORK = 30;
    private static final int FREE_BY_NAME = 100;
    private static final int AT_ONCE_BY_NETWORK = 8;
    private static final Duration QUIET = Duration.ofMinutes(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final AttemptStore attempts;
    private final KnownPlaceStore places;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Consumer<Duration> pause;
    private final KeyedQueues pairs = new KeyedQueues(1);
    private final AtomicInteger underway = new AtomicInteger();
    private final KeyedQueues networks = new KeyedQueues(AT_ONCE_BY_NETWORK);

    @Autowired
    Throttle(AttemptStore attempts, KnownPlaceStore places, TransactionTemplate transactions, InstantSource clock) {
        this(attempts, places, transactions, clock, Throttle::sleep);
    }

    /** @param pause waits so long */
    Throttle(
            AttemptStore attempts,
            KnownPlaceStore places,
            TransactionTemplate transactions,
            InstantSource clock,
            Consumer<Duration> pause) {
        this.attempts = attempts;
        this.places = places;
        this.transactions = transactions;
        this.clock = clock;
        this.pause = pause;
    }

    /** What became of an attempt. */
    public sealed interface Looked {
        record Right() implements Looked {}

        record Wrong() implements Looked {}

        /** Not looked at; how long to wait. */
        record TooSoon(Duration remaining) implements Looked {}
    }

    /** Whether the password is looked at before all others. */
    public interface Look {
        boolean right(boolean known);
    }

    /**
     * Looks at a password when it is its turn, and counts.
     *
     * @param device the hash of the browser's cookie, or null
     */
    public Looked attempt(String username, String address, @Nullable String device, Look look) {
        String network = ClientNetwork.of(address);
        List<String> known = places.known(username, places(address, device));
        boolean knownDevice = device != null && known.contains(device(device));
        // a browser of one's own has a queue of its own, whatever others on the same network do
        String place = knownDevice && device != null ? device(device) : network;
        String pair = "pair:" + Sha256.hex(username + " " + place);
        Supplier<Looked> late = () -> new Looked.TooSoon(Duration.ofMinutes(1));
        if (!known.isEmpty()) return pairs.inTurn(pair, () -> slowly(pair, username, () -> look.right(true)), late);
        underway.incrementAndGet();
        try {
            return networks.inTurn(
                    network,
                    () -> pairs.inTurn(
                            pair,
                            () -> guarded(
                                    List.of(network, pair, name(username)),
                                    () -> look.right(false),
                                    () -> forgive(pair, username, network)),
                            late),
                    late);
        } finally {
            underway.decrementAndGet();
        }
    }

    /**
     * Checks and counts a guess by a signed-in account. Unlike a right password, a right guess proves nothing about the
     * guesses before it, because anybody can get a code of their own: it gives back its own count and no other.
     *
     * @param kind what is guessed, counted apart from passwords and other kinds: {@code device-code}
     */
    public Looked guess(String kind, UUID account, String address, BooleanSupplier right) {
        String network = kind + " " + ClientNetwork.of(address);
        String username = kind + " " + account;
        String pair = "pair:" + Sha256.hex(username + " " + network);
        List<String> keys = List.of(network, pair, name(username));
        Supplier<Looked> late = () -> new Looked.TooSoon(Duration.ofMinutes(1));
        return networks.inTurn(
                network,
                () -> pairs.inTurn(pair, () -> guarded(keys, right, () -> keys.forEach(attempts::giveBack)), late),
                late);
    }

    /** How many attempts of people who are not known from where they are wait here, or are looked at. */
    public int underway() {
        return underway.get();
    }

    /** The account's right password came from here. */
    public void remember(UUID account, String address, @Nullable String device) {
        Instant now = clock.instant();
        Instant yesterday = now.minus(1, ChronoUnit.DAYS);
        transactions.executeWithoutResult(_ -> {
            places.remember(account, ClientNetwork.of(address), now, yesterday);
            if (device != null) places.remember(account, device(device), now, yesterday);
            places.forgetOldest(account, 40);
        });
    }

    /** Whether the account's right password came from this browser before. */
    public boolean knows(String username, String device) {
        return !places.known(username, List.of(device(device))).isEmpty();
    }

    /** Whether the right password of any account came from this browser before. */
    public boolean knows(String device) {
        return places.any(device(device));
    }

    /** Whether the account was used before, and neither from this network nor from this browser. */
    public boolean strange(UUID account, String address, @Nullable String device) {
        return places.strange(account, places(address, device));
    }

    private static List<String> places(String address, @Nullable String device) {
        String network = ClientNetwork.of(address);
        return device == null ? List.of(network) : List.of(network, device(device));
    }

    private Looked slowly(String pair, String username, BooleanSupplier right) {
        int failures = tally(pair, Integer.MAX_VALUE);
        Duration delay = delay(failures - 1);
        if (!delay.isZero()) pause.accept(delay);
        if (!looked(right, List.of(pair))) return new Looked.Wrong();
        forgive(pair, username, null);
        return new Looked.Right();
    }

    /** @param keys of the network, the pair and the name */
    private Looked guarded(List<String> keys, BooleanSupplier right, Runnable whenRight) {
        int[] free = {FREE_BY_NETWORK, FREE_BY_PAIR, FREE_BY_NAME};
        for (int i = 0; i < keys.size(); i++) {
            Optional<Duration> wait = charge(keys.get(i), free[i]);
            if (wait.isEmpty()) continue;
            // not looked at, and so no failure
            keys.subList(0, i).forEach(attempts::giveBack);
            return new Looked.TooSoon(wait.get());
        }
        if (!looked(right, keys)) return new Looked.Wrong();
        whenRight.run();
        return new Looked.Right();
    }

    /** What could not be looked at, because too much is waiting, was no failure. */
    private boolean looked(BooleanSupplier right, List<String> counted) {
        try {
            return right.getAsBoolean();
        } catch (RuntimeException busy) {
            counted.forEach(attempts::giveBack);
            throw busy;
        }
    }

    private void forgive(String pair, String username, @Nullable String network) {
        transactions.executeWithoutResult(_ -> {
            // in one order everywhere: two at once must not wait for each other
            if (network != null) attempts.giveBack(network);
            attempts.forget(pair);
            attempts.forget(name(username));
        });
    }

    /** Counts an attempt, or says how long to wait before the next one is looked at. */
    private Optional<Duration> charge(String key, int free) {
        return transactions.execute(status -> {
            var tally = attempts.lock(key, now());
            // read when the row is held: whoever held it before may have set a later wait
            Instant now = now();
            if (now.isBefore(tally.waitUntil())) return Optional.of(Duration.between(now, tally.waitUntil()));
            attempts.put(key, next(tally, now, free));
            return Optional.empty();
        });
    }

    /** Counts an attempt, whatever waits there are; how many failures there were, this one with them. */
    private int tally(String key, int free) {
        Integer failures = transactions.execute(status -> {
            var next = next(attempts.lock(key, now()), now(), free);
            attempts.put(key, next);
            return next.failures();
        });
        return failures == null ? 0 : failures;
    }

    /** PostgreSQL rounds to microseconds, and a wait that has just ended would lie ahead. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static AttemptStore.Tally next(AttemptStore.Tally before, Instant now, int free) {
        Instant busyUntil = before.lastAt().isAfter(before.waitUntil()) ? before.lastAt() : before.waitUntil();
        int failures = now.isBefore(busyUntil.plus(QUIET)) ? before.failures() + 1 : 1;
        return new AttemptStore.Tally(failures, now, now.plus(wait(failures, free)));
    }

    static Duration wait(int failures, int free) {
        if (failures < free) return Duration.ZERO;
        var wait = Duration.ofMinutes(1L << Math.min(failures - free, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** How long an attempt from a known place is held back after so many failures before it. */
    static Duration delay(int failures) {
        if (failures < FREE_BY_PAIR) return Duration.ZERO;
        if (failures < 20) return Duration.ofMillis(Math.min(3000, 250L << Math.min(failures - FREE_BY_PAIR, 8)));
        return Duration.ofSeconds(failures < 50 ? 5 : 15);
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String name(String username) {
        return "name:" + username;
    }

    private static String device(String hash) {
        return "device:" + hash;
    }
}
