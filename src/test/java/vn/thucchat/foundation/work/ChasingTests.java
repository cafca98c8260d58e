package vn.thucchat.foundation.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.calendar.WorkingCalendar;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.WorkItem.Outcome;
import vn.thucchat.foundation.work.WorkRule.Step;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

/** Whoever has to act is told in time and once, then those above, whatever happens on the way. */
@ApplicationTest
@NullMarked
class ChasingTests {

    private static final String KIND = "indicators.explanation";

    @Autowired
    Chasing chasing;

    @Autowired
    WorkItems work;

    @Autowired
    WorkList list;

    @Autowired
    Delegations delegations;

    @Autowired
    Accounts accounts;

    @Autowired
    Inbox inbox;

    @Autowired
    WorkingTime workingTime;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    @Autowired
    MovableClock clock;

    /** A unit of another province, in which no account holds a role. */
    private static final UnitCode NOBODY = new UnitCode("01234");

    /** Seven o'clock of a day that the offices work. */
    @BeforeEach
    void morning() {
        LocalDate day = workingTime.ofState().after(BusinessTime.day(clock.instant()), 1);
        clock.moveTo(day.atTime(7, 0).atZone(BusinessTime.VIETNAM).toInstant());
    }

    /** Rounds of other tests ask these units, too. */
    @BeforeEach
    void nothingElseWaits() {
        jdbc.sql("""
                UPDATE work.item SET closed_at = opened_at, closed_by = id, closed_by_name = '', outcome = 'WITHDRAWN'
                WHERE closed_at IS NULL AND unit IN ('05923', '05941', '05890', '05899', '01234')""").update();
    }

    @AfterEach
    void backToToday() {
        clock.moveTo(TestTime.now());
    }

    @Test
    void each_is_told_in_time_then_those_above_and_each_once() throws Exception {
        var unit = new UnitCode("05923");
        Actor officer = person("canbo.05923", "REPORTER", unit, false);
        Actor head = person("lanhdao.05923", Roles.LEADER, unit, false);
        Actor office = person("vanphong.19", "STEERING_OFFICE", new UnitCode("19"), false);
        Actor invented = person("minhhoa.05923", "REPORTER", unit, true);
        WorkingCalendar calendar = workingTime.of(unit);
        LocalDate due = calendar.after(today(), 4);
        UUID evidence = UUID.randomUUID();
        open(unit, evidence, false, due);
        open(unit, UUID.randomUUID(), false, due);

        chasing.run();
        assertThat(told(officer)).as("four working days before").isZero();
        moveTo(calendar, due, -2);
        chasing.run();
        assertThat(told(officer)).as("one message of both").isEqualTo(1);
        assertThat(latest(officer).arguments()).containsExactly("2", "0");
        assertThat(told(head)).isZero();
        chasing.run();
        assertThat(told(officer)).as("the same day again").isEqualTo(1);

        moveTo(calendar, due, 0);
        chasing.run();
        assertThat(told(officer)).isEqualTo(2);
        transactions.executeWithoutResult(_ -> work.close(
                List.of(new WorkItems.Ending(KIND, unit, evidence, officer, clock.instant(), Outcome.DONE))));
        moveTo(calendar, due, 1);
        chasing.run();
        assertThat(told(officer)).isEqualTo(3);
        assertThat(latest(officer).arguments()).as("what is done is not chased").containsExactly("1", "1");
        assertThat(told(head)).isZero();
        moveTo(calendar, due, 3);
        chasing.run();
        assertThat(told(head)).isEqualTo(1);
        assertThat(told(officer)).isEqualTo(3);
        int before = told(office);
        moveTo(calendar, due, 5);
        chasing.run();
        assertThat(told(office)).isEqualTo(before + 1);
        assertThat(told(invented)).as("invented people for invented work").isZero();

        UUID run = UUID.fromString(latest(head).link().substring("/work/chased/".length()));
        assertThat(list.chased(vietnamese(), head, run, Cursor.START).items())
                .as("what the message told of")
                .hasSize(1);
        assertThat(list.chased(vietnamese(), officer, run, Cursor.START).items())
                .as("of another's message nothing")
                .isEmpty();
    }

    /** What nobody can be told of stays open, and in front. */
    @Test
    void old_work_that_is_chased_no_more_hides_none_that_is_due_today() throws Exception {
        var unit = new UnitCode("05890");
        Actor officer = person("sau.05890", "REPORTER", unit, false);
        Instant longAgo = clock.instant().minus(Duration.ofDays(400));
        transactions.executeWithoutResult(_ -> work.open(IntStream.rangeClosed(0, Chasing.BATCH)
                .mapToObj(_ -> new WorkItems.Opening(
                        KIND,
                        NOBODY,
                        null,
                        UUID.randomUUID(),
                        List.of("household-fibre", "2022S1"),
                        false,
                        longAgo,
                        today().minusDays(390)))
                .toList()));
        open(unit, UUID.randomUUID(), false, today());
        chasing.run();
        assertThat(told(officer)).isEqualTo(1);
    }

    @Test
    void two_processes_at_once_tell_once() throws Exception {
        var unit = new UnitCode("05941");
        Actor officer = person("canbo.05941", "REPORTER", unit, false);
        for (int i = 0; i < 20; i++) open(unit, UUID.randomUUID(), false, today());
        var together = new CyclicBarrier(2);
        Callable<Integer> process = () -> {
            together.await(10, TimeUnit.SECONDS);
            return chasing.run();
        };
        try (var processes = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> one : processes.invokeAll(List.of(process, process))) one.get();
        }
        assertThat(told(officer)).isEqualTo(1);
        assertThat(latest(officer).arguments()).containsExactly("20", "0");
    }

    @Test
    void a_run_that_dies_told_nobody_and_the_next_one_tells() throws Exception {
        var unit = new UnitCode("05890");
        Actor officer = person("canbo.05890", "REPORTER", unit, false);
        open(unit, UUID.randomUUID(), false, today());
        transactions.executeWithoutResult(status -> {
            assertThat(chasing.run()).isPositive();
            status.setRollbackOnly();
        });
        assertThat(told(officer)).isZero();
        chasing.run();
        assertThat(told(officer)).isEqualTo(1);
        chasing.run();
        assertThat(told(officer)).isEqualTo(1);
    }

    @Test
    void the_deputy_of_who_is_away_is_told_and_invented_work_chases_invented_people() throws Exception {
        var unit = new UnitCode("05899");
        Actor away = person("vang.05899", "REPORTER", unit, false);
        Actor deputy = person("thay.05899", "REPORTER", unit, false);
        Actor invented = person("minhhoa.05899", "REPORTER", unit, true);
        var stands = new Delegations.Deputy("REPORTER", unit, deputy.account(), deputy.name());
        assertThat(delegations.delegate(away, stands, today(), today().plusDays(3)))
                .isInstanceOf(Result.Done.class);
        UUID evidence = UUID.randomUUID();
        open(unit, evidence, false, today());
        open(unit, UUID.randomUUID(), true, today());
        chasing.run();
        assertThat(told(away)).isZero();
        assertThat(told(deputy)).isEqualTo(1);
        assertThat(latest(deputy).arguments()).containsExactly("1", "0");
        assertThat(told(invented)).isEqualTo(1);
    }

    @Test
    void rules_are_dated_and_an_office_goes_before_a_release() {
        var document = ShippedWorkRules.read().getFirst().document();
        LocalDate day = LocalDate.of(2026, 3, 2);
        var shipped = new WorkRule("*", Step.AFTER, 1, day, document, true);
        var later = new WorkRule("*", Step.AFTER, 2, day.plusDays(10), document, false);
        var own = new WorkRule("a.kind", Step.AFTER, null, day, document, false);
        var known = new WorkRules.Known(List.of(shipped, own, later));
        assertThat(known.of("b.kind", Step.AFTER, day)).contains(shipped);
        assertThat(known.of("b.kind", Step.AFTER, day.plusDays(10))).contains(later);
        assertThat(known.of("b.kind", Step.AFTER, day.minusDays(1))).isEmpty();
        assertThat(known.of("a.kind", Step.AFTER, day))
                .as("left out for this kind")
                .isEmpty();
        assertThat(known.chasing("b.kind", day)).containsOnlyKeys(Step.AFTER);
    }

    private void moveTo(WorkingCalendar calendar, LocalDate due, int workingDays) {
        clock.moveTo(Chasing.shifted(calendar, due, workingDays)
                .atTime(7, 0)
                .atZone(BusinessTime.VIETNAM)
                .toInstant());
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    private Actor person(String username, String role, UnitCode unit, boolean synthetic) {
        accounts.ensure(username, "Người " + username, null, synthetic, new Actor.Grant(role, unit.value()));
        return accounts.actor(username).orElseThrow();
    }

    private void open(UnitCode unit, UUID evidence, boolean synthetic, LocalDate due) {
        Instant at = clock.instant().minus(Duration.ofDays(1));
        transactions.executeWithoutResult(_ -> work.open(List.of(new WorkItems.Opening(
                KIND, unit, null, evidence, List.of("household-fibre", "2022S1"), synthetic, at, due))));
    }

    private Texts vietnamese() {
        return new Texts(messages, java.util.Locale.of("vi"));
    }

    /** How many messages were written to a person, once all of them are in the inbox. */
    private int told(Actor person) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (waiting(person) > 0 && System.nanoTime() < end) LockSupport.parkNanos(20_000_000);
        return inbox.of(person, Cursor.START).items().size();
    }

    private long waiting(Actor person) {
        return jdbc.sql("SELECT count(*) FROM delivery.outbox_message WHERE recipient = :to AND state = 'WAITING'")
                .param("to", person.account().toString())
                .query(Long.class)
                .single();
    }

    private InboxMessage latest(Actor person) {
        return inbox.of(person, Cursor.START).items().getFirst();
    }
}
