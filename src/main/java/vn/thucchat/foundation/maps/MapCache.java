package vn.thucchat.foundation.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.util.Optional;
import java.util.function.Supplier;
import vn.thucchat.foundation.pages.HeavyWork;

/**
 * Keeps drawn maps, and draws the others when their turn comes.
 *
 * @param <K> all that a map depends on
 */
final class MapCache<K> {

    /** Bytes that a map takes beside its paths, and each of its shapes. */
    private static final int OBJECTS = 200;

    private final Cache<K, Optional<PlaceMap>> drawn;
    private final boolean preferred;

    /**
     * @param bytes of all maps that are kept
     * @param preferred goes before others that wait to be drawn
     */
    MapCache(int bytes, boolean preferred) {
        Weigher<K, Optional<PlaceMap>> weigher = (_, map) -> OBJECTS
                + map.stream()
                        .flatMap(kept -> kept.shapes().stream())
                        .mapToInt(shape -> OBJECTS + shape.path().length())
                        .sum();
        // on the thread that puts a map in: evicted later, more than fit would be kept
        this.drawn = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(weigher)
                .executor(Runnable::run)
                .build();
        this.preferred = preferred;
    }

    /** @throws vn.thucchat.foundation.pages.Problem 503 when it is not kept and too many others are waiting */
    Optional<PlaceMap> get(K key, Supplier<Optional<PlaceMap>> draw) {
        Optional<PlaceMap> known = drawn.getIfPresent(key);
        // waits for its turn outside of the cache, whose other readers would wait too
        return known != null ? known : HeavyWork.MAPS.run(preferred, () -> drawn.get(key, _ -> draw.get()));
    }
}
