package vn.thucchat.foundation.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class ReadAheadTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_999, 2_000, 2_001, 50_000})
    void everythingArrivesInItsOrder(int size) {
        List<Integer> numbers = IntStream.range(0, size).boxed().toList();
        var arrived = new ArrayList<Integer>();

        ReadAhead.each(numbers::forEach, arrived::add);

        assertThat(arrived).isEqualTo(numbers);
    }

    @Test
    void aFailureOfTheReadingIsThrownAfterWhatCameBefore() {
        assertThatThrownBy(() -> ReadAhead.<Integer>each(
                        sink -> {
                            sink.accept(1);
                            throw new IllegalArgumentException("the table is gone");
                        },
                        number -> {}))
                .hasRootCauseMessage("the table is gone");
    }

    @Test
    void aFailureOfTheCallerEndsTheReading() throws InterruptedException {
        var ended = new CountDownLatch(1);

        assertThatThrownBy(() -> ReadAhead.<Integer>each(
                        sink -> {
                            try {
                                for (int i = 0; ; i++) sink.accept(i);
                            } finally {
                                ended.countDown();
                            }
                        },
                        number -> {
                            throw new IllegalArgumentException("the disk is full");
                        }))
                .hasMessage("the disk is full");

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(Duration.ofMillis(100));
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("read-ahead"));
    }
}
