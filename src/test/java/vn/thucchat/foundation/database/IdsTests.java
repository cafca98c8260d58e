package vn.thucchat.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IdsTests {

    /** As PostgreSQL sorts them: by bytes. {@link UUID#compareTo} takes the halves for signed numbers. */
    private static final Comparator<UUID> BYTES = Comparator.comparing(UUID::toString);

    @Property(tries = 200)
    void each_is_greater_than_the_one_before_however_the_clock_goes(
            @ForAll @Size(min = 2, max = 200) List<@IntRange(min = -40, max = 50) Integer> steps) {
        long[] millis = {Instant.parse("2022-08-08T02:00:00Z").toEpochMilli()};
        UUID last = Ids.next(InstantSource.fixed(Instant.ofEpochMilli(millis[0])));
        for (int step : steps) {
            millis[0] += step;
            UUID next = Ids.next(InstantSource.fixed(Instant.ofEpochMilli(millis[0])));
            assertThat(next).usingComparator(BYTES).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void a_millisecond_holds_more_than_its_counter_counts() {
        InstantSource still = InstantSource.fixed(Instant.parse("2022-08-09T02:00:00Z"));
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 10_000; i++) ids.add(Ids.next(still));
        assertThat(ids).isSortedAccordingTo(BYTES).doesNotHaveDuplicates();
    }

    @Test
    void threads_get_different_ones_each_in_order() throws Exception {
        InstantSource still = InstantSource.fixed(Instant.parse("2022-08-10T02:00:00Z"));
        Callable<List<UUID>> many = () -> {
            var mine = new ArrayList<UUID>();
            for (int i = 0; i < 5_000; i++) mine.add(Ids.next(still));
            return mine;
        };
        var all = new ArrayList<UUID>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(List.of(many, many, many, many))) {
                assertThat(answer.get()).isSortedAccordingTo(BYTES);
                all.addAll(answer.get());
            }
        }
        assertThat(all).doesNotHaveDuplicates();
        // not only apart at random
        assertThat(all.stream().map(id -> id.getMostSignificantBits())).doesNotHaveDuplicates();
    }

    @Test
    void they_tell_the_version_the_variant_and_the_time() {
        Instant at = Instant.parse("2022-08-11T02:00:00.123Z");
        UUID id = Ids.next(InstantSource.fixed(at));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(at.toEpochMilli());
    }

    @Test
    void a_clock_that_was_put_back_by_hours_is_believed() {
        Ids.next(InstantSource.fixed(Instant.parse("2022-08-12T05:00:00Z")));
        Instant back = Instant.parse("2022-08-12T02:00:00Z");
        UUID id = Ids.next(InstantSource.fixed(back));
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(back.toEpochMilli());
    }
}
