package vn.thucchat.steering.indicators.reporting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** What a unit owes of a round is work until it is handed in, and what is returned is work again. */
@ApplicationTest
@NullMarked
class ReportingWorkTests {

    private static final UnitCode WARD = new UnitCode("05908");
    private static final Period PERIOD = Period.of("2025S2");
    private static final Actor OFFICER = Persons.a(SteeringRoles.REPORTER, WARD.value());
    private static final Actor REVIEWER = Persons.a(SteeringRoles.REVIEWER, "19");

    @Autowired
    Rounds rounds;

    @Autowired
    ReportingWork work;

    @Autowired
    Submissions submissions;

    @Autowired
    HistoricalSubmissions historical;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    Units units;

    @Test
    void a_report_is_owed_until_it_is_handed_in_and_a_returned_one_is_corrected() {
        Round round = round();
        rounds.open(Actor.PLATFORM, round).expectDone();
        rounds.open(Actor.PLATFORM, round).expectDone();
        assertThat(jdbc.sql("SELECT count(*) FROM work.item WHERE evidence = :round AND closed_at IS NULL")
                        .param("round", round.id())
                        .query(Integer.class)
                        .single())
                .as("each commune once")
                .isEqualTo(rounds.units(round).size());

        Submission paper = done(submissions.open(OFFICER, WARD, PERIOD));
        paper = done(submissions.write(OFFICER, paper.id(), paper.version(), document(), "", List.of(line())));
        assertThat(course(round.id())).containsExactly("OPEN");
        paper = done(submissions.submit(OFFICER, paper.id(), paper.version()));
        assertThat(course(round.id())).containsExactly("DONE");

        paper = done(submissions.sendBack(REVIEWER, paper.id(), paper.version(), "Số hộ chưa khớp"));
        assertThat(course(round.id())).as("returned is not missing").containsExactly("DONE");
        assertThat(course(paper.id())).containsExactly("OPEN");
        paper = done(submissions.submit(OFFICER, paper.id(), paper.version()));
        assertThat(course(paper.id())).containsExactly("DONE");

        paper = done(submissions.takeBack(OFFICER, paper.id(), paper.version()));
        assertThat(course(round.id())).as("taken back").containsExactly("DONE", "OPEN");
        paper = done(submissions.submit(OFFICER, paper.id(), paper.version()));
        paper = done(submissions.sendBack(REVIEWER, paper.id(), paper.version(), "Vẫn chưa khớp"));
        done(submissions.withdraw(OFFICER, paper.id(), paper.version()));
        assertThat(course(paper.id())).containsExactly("DONE", "WITHDRAWN");
        assertThat(course(round.id())).as("given up: it is missing").containsExactly("DONE", "DONE", "OPEN");
        assertThat(jdbc.sql("SELECT count(*) FROM facts.fact WHERE kind = 'work.done' AND unit = :unit AND evidence IN"
                                + " (SELECT id FROM work.item WHERE evidence IN (:round, :paper))")
                        .param("unit", WARD.value())
                        .param("round", round.id())
                        .param("paper", paper.id())
                        .query(Integer.class)
                        .single())
                .as("what was done, each time")
                .isEqualTo(3);
    }

    @Test
    void what_waited_before_there_were_items_becomes_work_once() {
        Round round = round();
        rounds.open(Actor.PLATFORM, round).expectDone();
        transactions.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM work.item WHERE evidence = :round")
                    .param("round", round.id())
                    .update();
            assertThat(course(round.id())).isEmpty();
            historical.openWork();
            historical.openWork();
            assertThat(course(round.id())).containsExactly("OPEN");
            status.setRollbackOnly();
        });
    }

    /** A unit that the gazetteer did not have then is one of which no item was opened. */
    @Test
    void a_unit_that_a_later_gazetteer_adds_to_a_round_owes_its_report_too() {
        Round round = round();
        rounds.open(Actor.PLATFORM, round).expectDone();
        transactions.executeWithoutResult(status -> {
            forget(round, WARD);
            assertThat(missing(round)).as("premise: nobody asked it").isFalse();
            work.askAdded(clock.instant());
            work.askAdded(clock.instant());
            assertThat(course(round.id())).containsExactly("OPEN");
            assertThat(missing(round)).isTrue();
            status.setRollbackOnly();
        });
    }

    @Test
    void a_period_that_was_given_up_is_not_asked_for_again() {
        Round round = round();
        rounds.open(Actor.PLATFORM, round).expectDone();
        transactions.executeWithoutResult(status -> {
            forget(round, WARD);
            work.givenUp(PERIOD, false, clock.instant());
            work.askAdded(clock.instant());
            assertThat(course(round.id())).isEmpty();
            status.setRollbackOnly();
        });
    }

    @Test
    void a_round_that_all_others_have_answered_asks_nobody_any_more() {
        Round round = round();
        rounds.open(Actor.PLATFORM, round).expectDone();
        transactions.executeWithoutResult(status -> {
            forget(round, WARD);
            jdbc.sql("UPDATE work.item SET closed_at = opened_at, closed_by = id, closed_by_name = '',"
                            + " outcome = 'DONE' WHERE evidence = :round")
                    .param("round", round.id())
                    .update();
            work.askAdded(clock.instant());
            assertThat(course(round.id())).isEmpty();
            status.setRollbackOnly();
        });
    }

    @Test
    void a_unit_that_has_ended_is_not_asked_when_a_later_gazetteer_completes_its_time() {
        Round round = round(Period.of("2024S2"));
        rounds.open(Actor.PLATFORM, round).expectDone();
        LocalDate today = BusinessTime.day(clock.instant());
        UnitCode ended = rounds.units(round).stream()
                .map(Unit::code)
                .filter(unit -> units.find(unit, today).isEmpty())
                .findFirst()
                .orElseThrow();
        transactions.executeWithoutResult(status -> {
            forget(round, ended);
            work.askAdded(clock.instant());
            assertThat(course(round.id(), ended)).isEmpty();
            status.setRollbackOnly();
        });
    }

    private void forget(Round round, UnitCode unit) {
        jdbc.sql("DELETE FROM work.item WHERE evidence = :round AND unit = :unit")
                .param("round", round.id())
                .param("unit", unit.value())
                .update();
    }

    private boolean missing(Round round) {
        return rounds.missing(OFFICER, null, 500).stream()
                .anyMatch(due -> due.round().id().equals(round.id()));
    }

    private Round round() {
        return round(PERIOD);
    }

    private Round round(Period period) {
        LocalDate due = BusinessTime.day(clock.instant()).plusDays(40);
        return new Round(
                UUID.randomUUID(),
                "Kỳ thử việc " + UUID.randomUUID(),
                period,
                new UnitCode("19"),
                UnitKind.Level.COMMUNE,
                due,
                false,
                clock.instant(),
                List.of("household-fibre"));
    }

    private static Document document() {
        return new Document(UUID.randomUUID(), "1/BC-UBND", "Báo cáo", "UBND phường", null, null);
    }

    private static StatedLine line() {
        return new StatedLine(
                "household-fibre",
                null,
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(200),
                Provenance.REPORTED,
                null,
                "");
    }

    private Submission done(Result result) {
        return submissions.find(requireNonNull(result.expectDone())).orElseThrow();
    }

    /** How the ward's items about a record ended, the earliest first. */
    private List<String> course(UUID evidence) {
        return course(evidence, WARD);
    }

    private List<String> course(UUID evidence, UnitCode unit) {
        return jdbc.sql("""
                        SELECT coalesce(outcome, 'OPEN') FROM work.item
                        WHERE unit = :unit AND evidence = :evidence ORDER BY id""")
                .param("unit", unit.value())
                .param("evidence", evidence)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
