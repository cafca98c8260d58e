package vn.thucchat.foundation.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.WorkRule.Step;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Steps are taken once, and what is to be chased is listed whole, part by part. */
@NullMarked
class ChaseStoreTests extends StoreTest {

    private static final UnitCode UNIT = new UnitCode("05443");
    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant NEVER = NOW.plus(Duration.ofDays(10_000));

    private final List<WorkItem> items =
            List.of(item(NOW.minus(Duration.ofDays(3))), item(NOW), item(NOW), item(NOW.plus(Duration.ofDays(5))));
    private ChaseStore store;

    @BeforeAll
    void fill() {
        store = new ChaseStore(jdbc);
        new WorkItemStore(jdbc).open(items);
    }

    @Test
    void parts_follow_each_other_by_due_time_and_miss_none() {
        List<ChaseStore.Candidate> first = store.candidates(NEVER, WorkList.Place.START, 2);
        WorkItem last = first.getLast().item();
        List<ChaseStore.Candidate> rest = store.candidates(NEVER, new WorkList.Place(last.dueAt(), last.id()), 10);
        assertThat(first).hasSize(2);
        assertThat(first.getFirst().item()).isEqualTo(items.getFirst());
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(store.candidates(NOW.plusSeconds(1), WorkList.Place.START, 10))
                .as("due by then")
                .hasSize(3);
    }

    @Test
    void a_step_about_an_item_is_taken_by_one_run_only() {
        WorkItem item = items.getLast();
        var told = Set.of(new UUID(1, 1), new UUID(2, 2));
        var chase = new ChaseStore.Chase(UNIT, item.id(), Step.DUE, told);
        assertThat(store.take(new UUID(9, 1), NOW, List.of(chase))).containsExactly(chase);
        assertThat(store.take(new UUID(9, 2), NOW, List.of(chase))).isEmpty();
        assertThat(store.of(item)).containsExactly(new WorkList.Chased(Step.DUE, NOW, 2));
        assertThat(store.candidates(NEVER, WorkList.Place.START, 10).getLast().taken())
                .containsExactly("DUE");
    }

    private static WorkItem item(Instant due) {
        return new WorkItem(
                UNIT,
                UUID.randomUUID(),
                "test.kind",
                "REPORTER",
                null,
                UUID.randomUUID(),
                List.of("2022S1"),
                false,
                NOW.minus(Duration.ofDays(9)),
                due,
                null);
    }
}
