package vn.thucchat.foundation.identity.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.throttling.ClientNetwork;
import vn.thucchat.foundation.pages.Problem;

/**
 * How often one person, or one network of strangers, may use what costs much. Counted by each process for itself: with two of them it is up to
 * twice as often, which is enough to keep one guest from eating everybody's meal.
 */
@Component
public class Quota {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** More networks than ask within a window; the longest unseen is forgotten first. */
    private static final int NETWORKS = 100_000;

    private final Cache<String, AtomicInteger> used =
            Caffeine.newBuilder().maximumSize(NETWORKS).expireAfterWrite(WINDOW).build();

    /**
     * Turns away a network that was refused too often; uses that are not refused do not count.
     *
     * @param what the thing that it tried, as told to {@link #count}
     * @throws Problem 429 when there were {@code perMinute} refusals in a minute
     */
    public void refuse(HttpServletRequest request, String what, int perMinute) {
        AtomicInteger count = used.getIfPresent(key(request, what));
        if (count != null && count.get() >= perMinute) throw Problem.tooMany(WINDOW, "identity.quota", perMinute);
    }

    /** Counts one refusal. */
    public void count(HttpServletRequest request, String what) {
        used.get(key(request, what), _ -> new AtomicInteger()).incrementAndGet();
    }

    /**
     * Counts one use of what no handler serves; false when there were more in the minute from the first.
     *
     * @param what the thing that is used
     */
    public boolean tryUse(HttpServletRequest request, String what, int perMinute) {
        return used.get(key(request, what), _ -> new AtomicInteger()).incrementAndGet() <= perMinute;
    }

    private static String key(HttpServletRequest request, String what) {
        return ClientNetwork.of(request.getRemoteAddr()) + " " + what;
    }

    /**
     * Counts one use of a route, however its address was written and whatever it asks for: of one person, from
     * wherever, or of all strangers of one network.
     *
     * @param perMinute uses in a minute from the first
     * @throws Problem 429 when there were more
     */
    public void charge(HttpServletRequest request, int perMinute) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route == null) throw new IllegalStateException("Only what a handler serves is counted");
        Actor actor = SignedIn.actor(SecurityContextHolder.getContext().getAuthentication());
        String key = actor.signedIn() ? actor.account() + " " + route : key(request, route.toString());
        AtomicInteger count = used.get(key, _ -> new AtomicInteger());
        if (count.incrementAndGet() > perMinute) throw Problem.tooMany(WINDOW, "identity.quota", perMinute);
    }
}
