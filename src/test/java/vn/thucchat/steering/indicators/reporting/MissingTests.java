package vn.thucchat.steering.indicators.reporting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Statements;
import vn.thucchat.testing.TestTime;

/** What is missing, for somebody who reports for a whole province: page by page, each line once. */
@ApplicationTest
class MissingTests {

    private static final Actor PROVINCE = Persons.a(SteeringRoles.REPORTER, "19");
    private static final Actor REVIEWER = Persons.a(SteeringRoles.REVIEWER, "19");

    /** The look, every two seconds, whether the gazetteer changed. */
    private static final int SOMETIMES = 1;

    @Autowired
    Rounds rounds;

    @Autowired
    Submissions submissions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void what_all_communes_owe_comes_in_pages_the_most_overdue_first() {
        for (int year = 2010; year < 2015; year++) open(year, List.of("community-teams", "household-fibre"));
        var all = new HashSet<List<Object>>();
        LocalDate before = LocalDate.MIN;
        Rounds.Place after = null;
        for (var page = rounds.missing(PROVINCE, null, 50);
                !page.isEmpty();
                page = rounds.missing(PROVINCE, after, 50)) {
            assertThat(page).hasSizeLessThanOrEqualTo(50);
            for (Rounds.Due due : page) {
                assertThat(due.round().due()).isAfterOrEqualTo(before);
                before = due.round().due();
                assertThat(all.add(List.of(due.round().id(), due.owed().unit())))
                        .isTrue();
            }
            Rounds.Due last = page.getLast();
            after = new Rounds.Place(
                    last.round().due(), last.owed().unit(), last.round().id());
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(5 * 150);
    }

    @Test
    void what_waits_for_review_or_is_accepted_is_not_missing() {
        open(2009, List.of("community-teams"));
        Actor ward = Persons.a(SteeringRoles.REPORTER, "05437");
        assertThat(missing(ward)).isEqualTo(1);
        var draft = done(submissions.open(ward, new UnitCode("05437"), Period.of("2009S1")));
        assertThat(missing(ward)).isEqualTo(1);
        var written = done(submissions.write(
                ward,
                draft.id(),
                draft.version(),
                new Document(UUID.randomUUID(), "", "Báo cáo", "", null, null),
                "",
                List.of(new StatedLine("community-teams", BigDecimal.TEN, null, null, Provenance.REPORTED, null, ""))));
        var sent = done(submissions.submit(ward, written.id(), written.version()));
        assertThat(missing(ward)).isZero();
        var returned = done(submissions.sendBack(REVIEWER, sent.id(), sent.version(), "Thiếu chữ ký"));
        assertThat(missing(ward)).as("the unit's turn again").isEqualTo(1);
        assertThat(missing(PROVINCE)).isGreaterThan(1);
        var submitted = done(submissions.submit(ward, returned.id(), returned.version()));
        assertThat(missing(ward)).isZero();
        done(submissions.accept(REVIEWER, submitted.id(), submitted.version()));
        assertThat(missing(ward)).isZero();
    }

    @Test
    void whoever_owes_nothing_is_told_so_in_as_many_statements_however_many_rounds_there_were() throws Exception {
        // of Bắc Kạn, where no other test reports; province and districts owe what is called for
        Actor ward = Persons.a(SteeringRoles.REPORTER, "01834");
        assertThat(rounds.missing(ward, null, 51)).as("premise").isEmpty();
        int before = Statements.during(() -> rounds.missing(ward, null, 51));
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var many = new LaterRounds(jdbc);
            many.of("06", UnitKind.Level.PROVINCE, false);
            many.of("06", UnitKind.Level.DISTRICT, false);
            try {
                assertThat(rounds.missing(ward, null, 51)).isEmpty();
                assertThat(Statements.during(() -> rounds.missing(ward, null, 51)))
                        .isLessThanOrEqualTo(before + SOMETIMES)
                        .isLessThanOrEqualTo(5);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long missing(Actor actor) {
        return rounds.missing(actor, null, 500).stream()
                .filter(due -> due.round().period().year() == 2009)
                .count();
    }

    private void open(int year, List<String> indicators) {
        var opened = rounds.open(
                Actor.PLATFORM,
                new Round(
                        UUID.randomUUID(),
                        "Kỳ " + year,
                        Period.of(year + "S1"),
                        new UnitCode("19"),
                        UnitKind.Level.COMMUNE,
                        LocalDate.of(year, 7, 15),
                        false,
                        TestTime.now(),
                        indicators));
        assertThat(opened).isInstanceOf(Result.Done.class);
    }

    private Submission done(Result result) {
        return submissions.find(requireNonNull(result.expectDone())).orElseThrow();
    }
}
