package vn.thucchat.foundation.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.WorkItem.Outcome;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** Work of units that a reform ended goes to those that take it over, and says so. */
@ApplicationTest
@NullMarked
class EndedUnitsTests {

    private static final String KIND = "indicators.explanation";
    /** Thị trấn Chợ Chu: twice renamed and merged, each time whole, into Xã Định Hóa. */
    private static final UnitCode MERGED = new UnitCode("05536");

    private static final UnitCode SUCCESSOR = new UnitCode("05569");
    /** Phường Gia Sàng: divided, and its city ended with it. */
    private static final UnitCode DIVIDED = new UnitCode("05461");

    private static final UnitCode PROVINCE = new UnitCode("19");
    private static final UnitCode LIVING = new UnitCode("05443");
    private static final Actor OFFICER = Persons.a("REPORTER", PROVINCE.value());

    @Autowired
    EndedUnits endedUnits;

    @Autowired
    UnitSuccessors successors;

    @Autowired
    WorkItems work;

    @Autowired
    WorkItemStore store;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    MovableClock clock;

    @Test
    void the_only_successor_takes_over_with_the_due_time_and_the_rooms_act_still_ends_it() throws Exception {
        UUID evidence = open(MERGED, UUID.randomUUID());
        WorkItem before = openItem(evidence);
        endedUnits.run();
        WorkItem after = openItem(evidence);
        assertThat(after.unit()).isEqualTo(SUCCESSOR);
        assertThat(after.dueAt()).isEqualTo(before.dueAt());
        assertThat(after.person()).as("who was asked may hold no role there").isNull();
        assertThat(store.find(before.id()).orElseThrow().closing()).satisfies(closing -> {
            assertThat(closing).isNotNull();
            assertThat(closing.outcome()).isEqualTo(Outcome.REASSIGNED);
            assertThat(closing.closedBy()).isEqualTo(Actor.PLATFORM.account());
        });
        assertThat(page(after)).isEqualTo("Chuyển từ Thị trấn Chợ Chu, đơn vị nay không còn.");

        endedUnits.run();
        assertThat(openItem(evidence).id()).as("once").isEqualTo(after.id());
        close(MERGED, evidence);
        assertThat(store.find(after.id()).orElseThrow().closing())
                .satisfies(closing -> assertThat(closing)
                        .isNotNull()
                        .extracting(WorkItem.Closing::outcome)
                        .isEqualTo(Outcome.DONE));
    }

    @Test
    void the_work_of_a_divided_unit_goes_up_and_says_so() throws Exception {
        UUID evidence = open(DIVIDED, null);
        endedUnits.run();
        WorkItem after = openItem(evidence);
        assertThat(after.unit()).isEqualTo(PROVINCE);
        assertThat(page(after)).startsWith("Chuyển lên từ Phường Gia Sàng");
        close(DIVIDED, evidence);
    }

    @Test
    void units_that_are_there_keep_their_work() throws Exception {
        UUID evidence = open(LIVING, null);
        WorkItem before = openItem(evidence);
        endedUnits.run();
        assertThat(openItem(evidence)).isEqualTo(before);
        assertThat(page(before)).isEmpty();
        close(LIVING, evidence);
    }

    /** The successor was asked the same itself: that stays, and the former unit's act does not end it. */
    @Test
    void what_the_successor_was_asked_itself_stays_its_own() {
        UUID evidence = open(SUCCESSOR, null);
        WorkItem own = openItem(evidence);
        open(MERGED, evidence, null);
        endedUnits.run();
        assertThat(openItem(evidence)).isEqualTo(own);
        close(MERGED, evidence);
        assertThat(openItem(evidence)).isEqualTo(own);
        close(SUCCESSOR, evidence);
    }

    @Test
    void the_reforms_are_followed_to_the_day() {
        assertThat(successors.of(MERGED, LocalDate.of(2024, 12, 31))).isEmpty();
        assertThat(successors.of(MERGED, LocalDate.of(2025, 1, 1)))
                .hasValue(new UnitSuccessors.Successor(SUCCESSOR, true));
        assertThat(successors.of(DIVIDED, LocalDate.of(2025, 6, 30))).isEmpty();
        assertThat(successors.of(DIVIDED, LocalDate.of(2025, 7, 1)))
                .hasValue(new UnitSuccessors.Successor(PROVINCE, false));
        assertThat(successors.of(new UnitCode("00000"), LocalDate.of(2025, 7, 1)))
                .isEmpty();
    }

    private UUID open(UnitCode unit, @Nullable UUID person) {
        UUID evidence = UUID.randomUUID();
        open(unit, evidence, person);
        return evidence;
    }

    private void open(UnitCode unit, UUID evidence, @Nullable UUID person) {
        var at = clock.instant().minus(Duration.ofMinutes(1));
        LocalDate due = BusinessTime.day(at).plusDays(9);
        transactions.executeWithoutResult(_ -> work.open(List.of(new WorkItems.Opening(
                KIND, unit, person, evidence, List.of("household-fibre", "2022S1"), false, at, due))));
    }

    private void close(UnitCode unit, UUID evidence) {
        transactions.executeWithoutResult(_ -> work.close(
                List.of(new WorkItems.Ending(KIND, unit, evidence, OFFICER, clock.instant(), Outcome.DONE))));
    }

    private WorkItem openItem(UUID evidence) {
        return store.find(jdbc.sql("SELECT id FROM work.item WHERE evidence = :evidence AND closed_at IS NULL")
                        .param("evidence", evidence)
                        .query(UUID.class)
                        .single())
                .orElseThrow();
    }

    /** What the item's page says of where it came from. */
    private String page(WorkItem item) throws Exception {
        return new Visitor(mvc, OFFICER)
                .page("/work/items/" + item.id(), 200)
                .select(".moved")
                .text();
    }
}
