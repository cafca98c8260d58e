package vn.thucchat.foundation.identity.throttling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what an account got wrong within an hour from the first time, for all processes and past their restarts. */
@Component
public class AccountFailures {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final AttemptStore attempts;
    private final InstantSource clock;

    AccountFailures(AttemptStore attempts, InstantSource clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Whether the account got it wrong too often.
     *
     * @param what such as {@code device-code}
     */
    public boolean tooMany(String what, UUID account, int most) {
        return attempts.find(key(what, account))
                .filter(tally -> tally.failures() >= most && clock.instant().isBefore(tally.waitUntil()))
                .isPresent();
    }

    /** Counts one more, in the caller's transaction; how many there were in the hour, this one with them. */
    @Transactional
    public int count(String what, UUID account) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String key = key(what, account);
        var before = attempts.lock(key, now);
        boolean goesOn = now.isBefore(before.waitUntil());
        int failures = goesOn ? before.failures() + 1 : 1;
        attempts.put(key, new AttemptStore.Tally(failures, now, goesOn ? before.waitUntil() : now.plus(WINDOW)));
        return failures;
    }

    private static String key(String what, UUID account) {
        return what + ":" + account;
    }
}
