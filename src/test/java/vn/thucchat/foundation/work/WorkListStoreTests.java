package vn.thucchat.foundation.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Ten thousand items are open in the units of one person. */
@NullMarked
class WorkListStoreTests extends StoreTest {

    private static final int UNITS = 100;
    private static final int EACH = 100;
    private static final String ROLE = "REPORTER";
    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant NEVER = NOW.plus(Duration.ofDays(10_000));
    private static final UUID READER = new UUID(1, 1);

    private WorkListStore store;
    private WorkItemStore items;

    @BeforeAll
    void fill() {
        store = new WorkListStore(jdbc);
        items = new WorkItemStore(jdbc);
        var all = new ArrayList<WorkItem>();
        for (int unit = 0; unit < UNITS; unit++)
            for (int i = 0; i < EACH; i++)
                all.add(item(code(unit), null, NOW.plus(Duration.ofMinutes((long) i * UNITS + unit - 5_000))));
        items.open(all);
        jdbc.sql("ANALYZE work.item").update();
    }

    @Test
    void pages_follow_each_other_by_due_time_and_every_item_is_on_one() {
        var seen = new ArrayList<WorkItem>();
        WorkList.Place after = WorkList.Place.START;
        for (List<WorkItem> page = next(after); !page.isEmpty(); page = next(after)) {
            seen.addAll(page);
            after = WorkList.Place.at(Cursor.read(WorkList.Place.cursor(page.getLast())));
        }
        assertThat(seen).hasSize(UNITS * EACH).doesNotHaveDuplicates();
        assertThat(seen).extracting(WorkItem::dueAt).isSorted();
        assertThat(store.count(reach(), "", NOW, NEVER)).isEqualTo(new WorkListStore.Count(10_000, 5_000));
        assertThat(store.count(reach(), "test.other", NOW, NEVER).total()).isZero();
        assertThat(store.list(reach(), "test.kind", NOW, WorkList.Place.START, 10_000))
                .as("overdue")
                .hasSize(5_000);
    }

    private List<WorkItem> next(WorkList.Place after) {
        return store.list(reach(), "", NEVER, after, 1_000);
    }

    /** The first rows of each unit come from the index in the order of the list: what lies behind them is not read. */
    @Test
    void the_first_page_reads_an_index_and_not_the_table() {
        String plan = String.join(
                "\n",
                jdbc.sql("EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF) " + WorkListStore.LIST)
                        .param("units", reach().units().toArray(String[]::new))
                        .param("roles", reach().roles().toArray(String[]::new))
                        .param("persons", new UUID[] {READER})
                        .param("reader", READER)
                        .param("synthetic", false)
                        .param("kind", "")
                        .param("until", NEVER.atOffset(ZoneOffset.UTC))
                        .param("due", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                        .param("id", new UUID(0, 0))
                        .param("limit", 51)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("item_of_role", "item_of_person").doesNotContain("Seq Scan on item");
    }

    @Test
    void what_one_person_is_asked_for_is_in_no_other_list() {
        UUID deputy = new UUID(2, 2);
        items.open(List.of(item(code(3), READER, NOW)));
        assertThat(persons(READER, List.of(READER), reach())).hasSize(1);
        assertThat(persons(deputy, List.of(deputy), reach())).isEmpty();
        var elsewhere =
                new WorkListStore.Reach(List.of("88888"), List.of(ROLE), List.of(deputy, READER), deputy, false);
        assertThat(persons(deputy, List.of(deputy, READER), reach()))
                .as("a deputy")
                .hasSize(1);
        assertThat(persons(deputy, List.of(), elsewhere))
                .as("a deputy whose role is elsewhere")
                .isEmpty();
    }

    private List<WorkItem> persons(UUID reader, List<UUID> persons, WorkListStore.Reach in) {
        var reach = new WorkListStore.Reach(
                in.units(), in.roles(), persons.isEmpty() ? in.persons() : persons, reader, false);
        return store.list(reach, "", NEVER, WorkList.Place.START, 20_000).stream()
                .filter(item -> item.person() != null)
                .toList();
    }

    private static WorkListStore.Reach reach() {
        return new WorkListStore.Reach(
                IntStream.range(0, UNITS).mapToObj(unit -> code(unit).value()).toList(),
                IntStream.range(0, UNITS).mapToObj(_ -> ROLE).toList(),
                List.of(),
                READER,
                false);
    }

    private static UnitCode code(int unit) {
        return new UnitCode(Integer.toString(90_000 + unit));
    }

    private static WorkItem item(UnitCode unit, @Nullable UUID person, Instant due) {
        return new WorkItem(
                unit,
                UUID.randomUUID(),
                "test.kind",
                ROLE,
                person,
                UUID.randomUUID(),
                List.of("2022S1", "một, hai"),
                false,
                NOW.minus(Duration.ofDays(1)),
                due,
                null);
    }
}
