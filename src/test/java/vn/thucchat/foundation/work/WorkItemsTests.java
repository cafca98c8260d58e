package vn.thucchat.foundation.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.WorkItem.Outcome;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** Work is opened and closed in the transaction of the act, once, and counted when it is done. */
@ApplicationTest
@NullMarked
class WorkItemsTests {

    private static final String KIND = "indicators.explanation";
    private static final UnitCode UNIT = new UnitCode("05908");
    private static final UnitCode OTHER = new UnitCode("05917");
    private static final Actor OFFICER = Persons.a("REPORTER", UNIT.value());

    @Autowired
    WorkItems work;

    @Autowired
    WorkList list;

    @Autowired
    WorkItemStore store;

    @Autowired
    WorkingTime workingTime;

    @Autowired
    Facts facts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    @Autowired
    MovableClock clock;

    @Test
    void the_same_is_open_once_and_closed_once() {
        UUID evidence = UUID.randomUUID();
        open(UNIT, evidence, null, false, 3);
        open(UNIT, evidence, null, false, 5);
        WorkItem opened = mine(OFFICER, evidence);
        assertThat(opened.dueOn()).as("the first stays").isEqualTo(workday(3));
        assertThat(opened.dueAt())
                .as("closing of the office")
                .isEqualTo(workingTime.of(UNIT).closing(workday(3)));

        assertThat(work.openEvidence(KIND, List.of(UNIT.value()))).contains(evidence);
        assertThat(work.openEvidence(KIND, List.of(OTHER.value()))).doesNotContain(evidence);
        close(UNIT, evidence, Outcome.DONE);
        assertThat(work.openEvidence(KIND, List.of(UNIT.value()))).doesNotContain(evidence);
        assertThat(work.openEvidence(KIND, List.of())).isEmpty();
        WorkItem.Closing closing =
                Objects.requireNonNull(store.find(opened.id()).orElseThrow().closing());
        assertThat(closing.closedByName()).isEqualTo(OFFICER.name());
        assertThat(fact(opened)).satisfies(fact -> {
            assertThat(fact.facets()).isEqualTo(Map.of("kind", KIND, "timing", "on-time"));
            assertThat(fact.count()).isEqualTo(1);
            assertThat(fact.synthetic()).isFalse();
        });
        assertThat(facts.evidencePath(Objects.requireNonNull(fact(opened)))).contains("/work/items/" + opened.id());
        close(UNIT, evidence, Outcome.WITHDRAWN);
        assertThat(store.find(opened.id()).orElseThrow().closing())
                .as("closing again changes nothing")
                .isEqualTo(closing);

        open(UNIT, evidence, null, false, 5);
        assertThat(mine(OFFICER, evidence).id()).as("asked for anew").isNotEqualTo(opened.id());
    }

    @Test
    void late_is_late_and_what_is_withdrawn_or_not_counted_is_no_fact() {
        UUID late = UUID.randomUUID();
        open(UNIT, late, null, false, -3);
        WorkItem item = mine(OFFICER, late);
        assertThat(item.late(clock.instant())).isTrue();
        close(UNIT, late, Outcome.DONE);
        assertThat(Objects.requireNonNull(fact(item)).facets()).containsEntry("timing", "late");

        UUID withdrawn = UUID.randomUUID();
        open(UNIT, withdrawn, null, false, 3);
        WorkItem gone = mine(OFFICER, withdrawn);
        close(UNIT, withdrawn, Outcome.WITHDRAWN);
        assertThat(fact(gone)).isNull();

        UUID read = UUID.randomUUID();
        Actor leader = Persons.a(Roles.LEADER, UNIT.value());
        transactions.executeWithoutResult(
                _ -> work.open(List.of(opening("indicators.answer", UNIT, read, leader.account(), false, null))));
        WorkItem answer = mine(leader, read);
        assertThat(answer.dueOn())
                .as("as long as the rules allow")
                .isEqualTo(workingTime.of(UNIT).after(BusinessTime.day(answer.openedAt()), 5));
        transactions.executeWithoutResult(_ -> work.close(
                List.of(new WorkItems.Ending("indicators.answer", UNIT, read, leader, clock.instant(), Outcome.DONE))));
        assertThat(fact(answer)).isNull();
    }

    @Test
    void each_sees_the_work_of_their_role_in_their_units_and_of_their_own_world() {
        UUID evidence = UUID.randomUUID();
        UUID invented = UUID.randomUUID();
        open(UNIT, evidence, null, false, 2);
        open(UNIT, invented, null, true, 2);
        assertThat(holds(OFFICER, evidence)).isTrue();
        assertThat(holds(Persons.a("REPORTER", "19"), evidence)).as("above").isTrue();
        assertThat(holds(Persons.a("REPORTER", OTHER.value()), evidence))
                .as("elsewhere")
                .isFalse();
        assertThat(holds(Persons.a("REVIEWER", UNIT.value()), evidence))
                .as("another role")
                .isFalse();
        assertThat(holds(OFFICER, invented)).as("invented").isFalse();
        assertThat(holds(Persons.synthetic("REPORTER", UNIT.value()), invented)).isTrue();
        assertThat(holds(Persons.synthetic("REPORTER", UNIT.value()), evidence)).isFalse();
        WorkItem item = mine(OFFICER, evidence);
        assertThat(list.find(OFFICER, item.id())).isPresent();
        assertThat(list.find(Persons.a(Roles.AUDITOR, "19"), item.id())).isPresent();
        assertThat(list.find(Persons.a("REPORTER", OTHER.value()), item.id())).isEmpty();
        assertThat(list.find(Persons.a(Roles.LEADER, OTHER.value()), item.id())).isEmpty();
    }

    @Test
    void work_goes_to_another_unit_with_its_due_time() {
        UUID evidence = UUID.randomUUID();
        open(UNIT, evidence, null, false, 4);
        WorkItem before = mine(OFFICER, evidence);
        assertThat(transactions.<Boolean>execute(_ -> work.reassign(KIND, UNIT, OTHER, evidence, OFFICER)))
                .isTrue();
        assertThat(holds(OFFICER, evidence)).isFalse();
        assertThat(work.openEvidence(KIND, List.of(UNIT.value())))
                .as("asked of the unit still, by whoever took it over")
                .contains(evidence);
        assertThat(work.openEvidence(KIND, List.of(OTHER.value()))).contains(evidence);
        WorkItem after = mine(Persons.a("REPORTER", OTHER.value()), evidence);
        assertThat(after.dueAt()).isEqualTo(before.dueAt());
        assertThat(fact(before)).isNull();
        assertThat(transactions.<Boolean>execute(_ -> work.reassign(KIND, UNIT, OTHER, evidence, OFFICER)))
                .as("nothing is open there any more")
                .isFalse();
    }

    @Test
    void work_belongs_to_an_act_and_to_a_kind_that_a_room_declares() {
        var opening = opening(KIND, UNIT, UUID.randomUUID(), null, false, null);
        assertThatThrownBy(() -> work.open(List.of(opening))).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        _ -> work.open(List.of(opening("nobody.knows", UNIT, UUID.randomUUID(), null, false, null)))))
                .isInstanceOf(IllegalArgumentException.class);
        UUID undone = UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            work.open(List.of(opening(KIND, UNIT, undone, null, false, null)));
            status.setRollbackOnly();
        });
        assertThat(holds(OFFICER, undone)).isFalse();
        assertThat(work.none()).isFalse();
    }

    @Test
    void a_day_that_the_office_does_not_work_ends_with_the_next_one() {
        UUID evidence = UUID.randomUUID();
        LocalDate sunday = workday(1);
        while (sunday.getDayOfWeek() != java.time.DayOfWeek.SUNDAY) sunday = sunday.plusDays(1);
        LocalDate due = sunday;
        transactions.executeWithoutResult(_ -> work.open(List.of(opening(KIND, UNIT, evidence, null, false, due))));
        assertThat(mine(OFFICER, evidence).dueOn())
                .isEqualTo(workingTime.of(UNIT).after(due, 1));
    }

    private LocalDate workday(int days) {
        return Chasing.shifted(workingTime.of(UNIT), BusinessTime.day(clock.instant()), days);
    }

    private void open(UnitCode unit, UUID evidence, @Nullable UUID person, boolean synthetic, int days) {
        transactions.executeWithoutResult(
                _ -> work.open(List.of(opening(KIND, unit, evidence, person, synthetic, workday(days)))));
    }

    private WorkItems.Opening opening(
            String kind,
            UnitCode unit,
            UUID evidence,
            @Nullable UUID person,
            boolean synthetic,
            @Nullable LocalDate due) {
        Instant at = clock.instant().minus(Duration.ofMinutes(1));
        return new WorkItems.Opening(
                kind, unit, person, evidence, List.of("household-fibre", "2022S1"), synthetic, at, due);
    }

    private void close(UnitCode unit, UUID evidence, Outcome outcome) {
        transactions.executeWithoutResult(_ ->
                work.close(List.of(new WorkItems.Ending(KIND, unit, evidence, OFFICER, clock.instant(), outcome))));
    }

    private boolean holds(Actor actor, UUID evidence) {
        var t = new Texts(messages, java.util.Locale.of("vi"));
        WorkList.Page page = list.page(t, actor, WorkList.Filter.NONE, Cursor.START);
        while (true) {
            if (page.entries().stream().anyMatch(entry -> entry.line().url().endsWith(evidence.toString())))
                return true;
            if (page.nextCursor() == null) return false;
            page = list.page(t, actor, WorkList.Filter.NONE, Cursor.read(page.nextCursor()));
        }
    }

    private WorkItem mine(Actor actor, UUID evidence) {
        assertThat(holds(actor, evidence)).isTrue();
        return store.find(jdbc.sql("SELECT id FROM work.item WHERE evidence = :evidence AND closed_at IS NULL")
                        .param("evidence", evidence)
                        .query(UUID.class)
                        .single())
                .orElseThrow();
    }

    private @Nullable Fact fact(WorkItem item) {
        LocalDate today = BusinessTime.day(clock.instant());
        return facts.byEvidence("work.done", item.unit(), today.minusDays(1), today, item.id())
                .orElse(null);
    }
}
