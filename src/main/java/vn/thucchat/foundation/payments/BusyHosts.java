package vn.thucchat.foundation.payments;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How many turns each host holds. One provider's server may take messages for thousands of traders: when it hangs, it
 * must not hold every turn that there is.
 */
final class BusyHosts {

    private final int most;
    private final Map<String, Integer> turns = new ConcurrentHashMap<>();

    /** @param most of one host at once */
    BusyHosts(int most) {
        this.most = most;
    }

    /** The host and its port as the address has them. */
    static String of(String url) {
        return URI.create(url).getRawAuthority();
    }

    void enter(String host) {
        turns.merge(host, 1, Integer::sum);
    }

    /** @return whether the host was crowded: others of its webhooks may be waiting */
    boolean leave(String host) {
        int left = turns.getOrDefault(host, 0);
        turns.computeIfPresent(host, (_, count) -> count == 1 ? null : count - 1);
        return left >= most;
    }

    /** Those that get no more for now. */
    Set<String> crowded() {
        return turns.entrySet().stream()
                .filter(host -> host.getValue() >= most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
