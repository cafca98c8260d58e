package vn.thucchat.foundation.delivery;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Counts the turns that each host holds. One provider's server may take messages for thousands of people: when it
 * hangs, it must not hold every turn that there is.
 */
final class PerHostLimit {

    private final int most;
    private final Map<String, Integer> turns = new ConcurrentHashMap<>();

    /** @param most of one host at once */
    PerHostLimit(int most) {
        this.most = most;
    }

    void enter(String host) {
        turns.merge(host, 1, Integer::sum);
    }

    /** @return whether the host was crowded: others of its messages may be waiting */
    boolean leave(String host) {
        int left = turns.getOrDefault(host, 0);
        turns.computeIfPresent(host, (_, count) -> count == 1 ? null : count - 1);
        return left >= most;
    }

    /** Hosts that get no more turns for now. */
    Set<String> crowded() {
        return turns.entrySet().stream()
                .filter(host -> host.getValue() >= most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
