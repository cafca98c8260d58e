package vn.thucchat.foundation.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Counts of open work by unit open to the items that they count. */
@NullMarked
class UnitStandingStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant NEVER = NOW.plus(Duration.ofDays(10_000));
    private static final UnitCode BUSY = new UnitCode("05443");
    private static final UnitCode IDLE = new UnitCode("05446");
    private static final List<String> KINDS = List.of("test.kind");

    private final WorkItem late = item("test.kind", NOW.minus(Duration.ofDays(2)), false);
    private final WorkItem inTime = item("test.kind", NOW.plus(Duration.ofDays(2)), false);
    private UnitStandingStore store;

    @BeforeAll
    void fill() {
        store = new UnitStandingStore(jdbc);
        new WorkItemStore(jdbc)
                .open(List.of(late, inTime, item("test.other", NOW, false), item("test.kind", NOW, true)));
    }

    @Test
    void a_unit_without_open_work_is_left_out() {
        assertThat(store.open(List.of(BUSY.value(), IDLE.value()), KINDS, false, NOW))
                .containsExactly(new UnitStandingStore.Open(BUSY, 2, 1));
        assertThat(store.open(List.of(BUSY.value()), KINDS, true, NOW))
                .as("invented work apart")
                .containsExactly(new UnitStandingStore.Open(BUSY, 1, 0));
    }

    @Test
    void the_count_opens_to_its_items_part_by_part() {
        assertThat(store.waiting(BUSY, KINDS, false, NEVER, WorkList.Place.START, 10))
                .containsExactly(late, inTime);
        assertThat(store.waiting(BUSY, KINDS, false, NOW, WorkList.Place.START, 10))
                .as("overdue")
                .containsExactly(late);
        assertThat(store.waiting(BUSY, KINDS, false, NEVER, new WorkList.Place(late.dueAt(), late.id()), 10))
                .containsExactly(inTime);
    }

    @Test
    void what_is_done_is_on_time_or_late_by_when_it_was_closed() {
        Instant due = NOW.minus(Duration.ofDays(30));
        UUID late = done(due, due.plusSeconds(1));
        UUID onTime = done(due, due);
        assertThat(doneFrom(due, due.plusSeconds(2), true)).containsExactly(late);
        assertThat(doneFrom(due, due.plusSeconds(2), false)).containsExactly(onTime);
        assertThat(doneFrom(due.plusSeconds(1), due.plusSeconds(2), false))
                .as("closed before")
                .isEmpty();
    }

    private List<UUID> doneFrom(Instant from, Instant to, boolean late) {
        return store.done(IDLE, KINDS, false, from, to, late, WorkList.Place.START, 10).stream()
                .map(WorkItem::id)
                .toList();
    }

    private UUID done(Instant due, Instant closed) {
        WorkItem item = new WorkItem(
                IDLE,
                UUID.randomUUID(),
                "test.kind",
                "REPORTER",
                null,
                UUID.randomUUID(),
                List.of("2022S1"),
                false,
                due.minus(Duration.ofDays(9)),
                due,
                null);
        new WorkItemStore(jdbc).open(List.of(item));
        jdbc.sql("""
                        UPDATE work.item SET closed_at = :at, closed_by = id, closed_by_name = '', outcome = 'DONE'
                        WHERE unit = :unit AND id = :id""")
                .param("at", closed.atOffset(java.time.ZoneOffset.UTC))
                .param("unit", IDLE.value())
                .param("id", item.id())
                .update();
        return item.id();
    }

    private static WorkItem item(String kind, Instant due, boolean synthetic) {
        return new WorkItem(
                BUSY,
                UUID.randomUUID(),
                kind,
                "REPORTER",
                null,
                UUID.randomUUID(),
                List.of("2022S1"),
                synthetic,
                NOW.minus(Duration.ofDays(9)),
                due,
                null);
    }
}
