package vn.thucchat.foundation.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.thucchat.foundation.pages.BusyWork;
import vn.thucchat.foundation.pages.HeavyWork;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.units.UnitCode;

@NullMarked
class MapCacheTests {

    private static final int SIGNS = 10_000;
    private final BusyWork others = new BusyWork();
    private final AtomicInteger drawn = new AtomicInteger();

    @AfterEach
    void letGo() {
        others.close();
        RequestContextHolder.resetRequestAttributes();
    }

    private Optional<PlaceMap> map() {
        drawn.incrementAndGet();
        var shape = new PlaceMap.Shape(new UnitCode("19"), "M".repeat(SIGNS), 0, 0, 0);
        return Optional.of(new PlaceMap(1, 1, List.of(shape), Set.of(), PlaceMap.Origin.CELLS, ""));
    }

    @Test
    void what_was_drawn_is_shown_while_others_wait_and_are_told_to_come_back() throws Exception {
        var cache = new MapCache<String>(10 * SIGNS, false);
        Optional<PlaceMap> known = cache.get("known", this::map);
        others.keep(HeavyWork.MAPS);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        assertThat(cache.get("known", this::map)).isSameAs(known);
        assertThatThrownBy(() -> cache.get("other", this::map))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("problem.busy");
        assertThat(drawn).hasValue(1);
    }

    @Test
    void no_more_maps_are_kept_than_fit() {
        var cache = new MapCache<Integer>(3 * SIGNS, false);
        for (int round = 0; round < 2; round++) for (int map = 0; map < 50; map++) cache.get(map, this::map);
        assertThat(drawn.get()).isGreaterThan(90);
        var roomy = new MapCache<Integer>(60 * SIGNS, false);
        drawn.set(0);
        for (int round = 0; round < 2; round++) for (int map = 0; map < 50; map++) roomy.get(map, this::map);
        assertThat(drawn).hasValue(50);
    }

    @Test
    void that_there_is_nothing_to_draw_is_kept_too() {
        var cache = new MapCache<String>(SIGNS, true);
        for (int i = 0; i < 2; i++)
            assertThat(cache.get("x", () -> {
                        drawn.incrementAndGet();
                        return Optional.empty();
                    }))
                    .isEmpty();
        assertThat(drawn).hasValue(1);
    }
}
