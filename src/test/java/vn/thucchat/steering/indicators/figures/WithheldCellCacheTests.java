package vn.thucchat.steering.indicators.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.facts.Position;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

@NullMarked
class WithheldCellCacheTests {

    private static final Position BEFORE = new Position(7, 1);
    private static final Position AFTER = new Position(7, 2);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final AtomicLong now = new AtomicLong();
    private final WithheldCellCache kept = new WithheldCellCache(now::get);
    private final AtomicInteger found = new AtomicInteger();

    @Test
    void an_answer_holds_until_more_is_counted_and_no_longer_than_ten_seconds() {
        assertThat(kept.recent(BEFORE).of(of("2001"), this::next)).isEqualTo(cells(1));
        assertThat(kept.recent(BEFORE).of(of("2001"), this::next)).isEqualTo(cells(1));
        assertThat(kept.at(BEFORE).of(of("2001"), this::next)).isEqualTo(cells(1));
        assertThat(kept.at(BEFORE).of(of("2002"), this::next))
                .as("of another period")
                .isEqualTo(cells(2));

        assertThat(kept.recent(AFTER).of(of("2001"), this::next)).isEqualTo(cells(3));
        assertThat(kept.at(AFTER).of(of("2001"), this::next)).isEqualTo(cells(3));
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(kept.recent(AFTER).of(of("2001"), this::next)).isEqualTo(cells(4));
    }

    @Test
    void publication_is_decided_by_the_facts_whatever_is_kept() {
        kept.at(BEFORE).of(of("2001"), this::next);
        assertThat(WithheldCellCache.Source.FRESH.of(of("2001"), this::next)).isEqualTo(cells(2));
    }

    @Test
    void while_one_finds_the_next_answer_running_figures_are_shown_by_the_last_for_ten_seconds() {
        kept.recent(BEFORE).of(of("2001"), this::next);
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = begin(() -> kept.recent(AFTER).of(of("2001"), () -> {
            begun.countDown();
            await(go);
            return next();
        }));
        await(begun);
        assertThat(begin(() -> kept.recent(AFTER).of(of("2001"), this::next)))
                .succeedsWithin(SOON)
                .isEqualTo(cells(1));
        var exact = begin(() -> kept.at(AFTER).of(of("2001"), this::next));
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        var late = begin(() -> kept.recent(AFTER).of(of("2001"), this::next));
        assertThat(exact).isNotDone();
        assertThat(late).as("the last is too old").isNotDone();
        go.countDown();
        assertThat(first).succeedsWithin(SOON);
        assertThat(exact).succeedsWithin(SOON).isNotEqualTo(cells(1));
        assertThat(late).succeedsWithin(SOON).isNotEqualTo(cells(1));
    }

    @Test
    void who_waited_takes_the_answer_that_was_found_however_long_it_took() {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = begin(() -> kept.at(AFTER).of(of("2001"), () -> {
            begun.countDown();
            await(go);
            return next();
        }));
        await(begun);
        var waiting = begin(() -> kept.at(AFTER).of(of("2001"), this::next));
        now.addAndGet(Duration.ofSeconds(11).toNanos());
        go.countDown();
        assertThat(first).succeedsWithin(SOON).isEqualTo(cells(1));
        assertThat(waiting).succeedsWithin(SOON).isEqualTo(cells(1));
        assertThat(kept.at(AFTER).of(of("2001"), this::next)).isEqualTo(cells(1));
    }

    private static CompletableFuture<Set<PublicSums.Cell>> begin(Supplier<Set<PublicSums.Cell>> answer) {
        return CompletableFuture.supplyAsync(answer, Thread::startVirtualThread);
    }

    private Set<PublicSums.Cell> next() {
        return cells(found.incrementAndGet());
    }

    private static Set<PublicSums.Cell> cells(int number) {
        return Set.of(new PublicSums.Cell(new UnitCode("U" + number), Period.of("2001"), LocalDate.EPOCH));
    }

    private static WithheldCellCache.Question of(String period) {
        return new WithheldCellCache.Question(Set.of(), false, Set.of(), Period.of(period), true, "");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
