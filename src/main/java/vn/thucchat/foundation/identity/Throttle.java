package vn.thucchat.foundation.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Guessing passwords takes ever longer: after five failures under one name a minute, then 2, 4, 8 and 15. A network
 * has thirty, because an office shares one address. Each attempt is counted before its password is looked at, so that
 * a hundred at once do not slip through together.
 */
@Component
class Throttle {

    private static final int FREE_BY_NAME = 5;
    private static final int FREE_BY_NETWORK = 30;
    private static final Duration QUIET = Duration.ofMinutes(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final AttemptStore attempts;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Throttle(AttemptStore attempts, TransactionTemplate transactions, InstantSource clock) {
        this.attempts = attempts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Counts an attempt, or says how long to wait before the next one is looked at. */
    Optional<Duration> charge(String username, String address) {
        return charge(network(address), FREE_BY_NETWORK).or(() -> charge(name(username), FREE_BY_NAME));
    }

    /** The attempt was a good one. */
    void forgive(String username, String address) {
        attempts.forget(name(username));
        attempts.giveBack(network(address));
    }

    private Optional<Duration> charge(String key, int free) {
        // PostgreSQL rounds to microseconds, and a wait that has just ended would lie ahead
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.execute(status -> {
            var tally = attempts.lock(key, now);
            if (now.isBefore(tally.waitUntil())) return Optional.of(Duration.between(now, tally.waitUntil()));
            attempts.put(key, next(tally, now, free));
            return Optional.empty();
        });
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

    private static String name(String username) {
        return "name:" + username;
    }

    /** An IPv6 subscriber has 2^64 addresses: what counts is the network. */
    static String network(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            if (literal instanceof Inet6Address)
                return "net:" + HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), 8));
            return "net:" + literal.getHostAddress();
        } catch (IllegalArgumentException e) {
            return "net:unknown";
        }
    }
}
