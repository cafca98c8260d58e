package vn.thucchat.foundation.identity.accesslog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.throttling.ClientNetwork;

/**
 * Records refused requests in the access log, a bounded number of lines however many there are: of one person (or, of
 * strangers, one network), one kind and one minute the 1st, 10th, 100th … refusal, each with how many there were by
 * then. Past {@value #MOST_A_MINUTE} lines in a minute all further ones are counted together. Each process counts its
 * own.
 */
@Component
public class RefusalLog {

    static final int MOST_A_MINUTE = 120;

    private final AccessLog log;
    private final InstantSource clock;
    private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    RefusalLog(AccessLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param action as in {@link AccessLog#record}
     * @param address where it came from
     */
    public void record(Actor actor, String action, String object, String address) {
        long minute = clock.instant().getEpochSecond() / 60;
        String who = actor.signedIn() ? actor.account().toString() : ClientNetwork.of(address);
        int count = next(minute + " " + action + " " + who);
        if (!told(count)) return;
        int lines = next(minute + " lines");
        if (lines <= MOST_A_MINUTE) log.record(actor, action, object, "× " + count);
        else if (told(lines - MOST_A_MINUTE))
            log.record(Actor.STRANGER, "identity.refusals-many", "/", "× " + (lines - MOST_A_MINUTE));
    }

    private int next(String key) {
        return counts.get(key, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** 1, 10, 100, … */
    static boolean told(int count) {
        int power = count;
        while (power % 10 == 0) power /= 10;
        return power == 1;
    }
}
