package vn.thucchat.steering.indicators.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.steering.indicators.reporting.ReportingRows.NOW;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reporting.Submission.State;
import vn.thucchat.testing.StoreTest;

/** One open paper of a unit and period, changed only by whoever saw its newest version. */
@NullMarked
class SubmissionStoreTests extends StoreTest {

    private static final Period HALF = Period.of("2022S1");
    private static final Actor REVIEWER = Persons.a(SteeringRoles.REVIEWER, "19");

    private SubmissionStore store;
    private ReportingRows rows;

    @BeforeAll
    void open() {
        store = new SubmissionStore(jdbc);
        rows = new ReportingRows(jdbc);
    }

    @Test
    void a_unit_has_one_open_paper_of_a_period_and_another_once_it_is_withdrawn() {
        var unit = new UnitCode("00001");
        UUID id = rows.draft("00001", HALF);
        assertThat(store.insert(UUID.randomUUID(), unit, HALF, false, REVIEWER, NOW))
                .isFalse();
        assertThat(store.insert(UUID.randomUUID(), unit, HALF, true, REVIEWER, NOW))
                .as("an invented one stands in no real one's way")
                .isTrue();
        assertThat(store.open(unit, HALF, false)).map(Submission::id).contains(id);
        assertThat(store.open(unit, HALF.next(), false)).isEmpty();
        assertThat(store.withdraw(id, 1)).isTrue();
        assertThat(store.open(unit, HALF, false)).isEmpty();
        assertThat(store.find(id)).map(Submission::state).contains(State.WITHDRAWN);
        assertThat(store.find(UUID.randomUUID())).isEmpty();
        assertThat(store.insert(UUID.randomUUID(), unit, HALF, false, REVIEWER, NOW))
                .isTrue();
    }

    @Test
    void each_act_needs_the_newest_version_and_a_state_that_it_starts_from() {
        UUID id = rows.draft("00002", HALF);
        assertThat(store.submit(id, 1, NOW)).as("without a document").isFalse();
        assertThat(store.write(id, 1, rows.document(), "scan hỏng")).isTrue();
        assertThat(store.write(id, 1, rows.document(), "")).as("stale").isFalse();
        assertThat(store.decide(id, 2, State.ACCEPTED, "", REVIEWER, NOW)).isFalse();
        assertThat(store.submit(id, 2, NOW)).isTrue();
        assertThat(store.write(id, 3, null, "")).as("it waits for review").isFalse();
        assertThat(store.withdraw(id, 3)).isFalse();
        assertThat(store.reopen(id, 3)).isTrue();
        assertThat(store.reopen(id, 4)).isFalse();
        assertThat(store.submit(id, 4, NOW)).isTrue();
        assertThat(store.decide(id, 5, State.RETURNED, "Thiếu chữ ký", REVIEWER, NOW))
                .isTrue();
        assertThat(store.returned()).extracting(Submission::id).contains(id);
        assertThat(store.find(id)).map(Submission::reason).contains("Thiếu chữ ký");
        assertThat(store.submit(id, 6, NOW)).isTrue();
        assertThat(store.find(id)).hasValueSatisfying(paper -> {
            assertThat(paper.reason()).isEmpty();
            assertThat(paper.decidedAt()).isNull();
            assertThat(paper.note()).isEqualTo("scan hỏng");
        });
        assertThat(store.decide(id, 7, State.ACCEPTED, "", REVIEWER, NOW)).isTrue();
        assertThat(store.returned()).extracting(Submission::id).doesNotContain(id);
    }

    @Test
    void those_that_wait_come_longest_waiting_first_and_page_by_page() {
        UUID second = rows.submitted("00003", HALF, NOW.plusSeconds(2));
        UUID first = rows.submitted("00003", HALF.next(), NOW.plusSeconds(1));
        rows.draft("00003", HALF.previous());
        List<String> units = List.of("00003");
        assertThat(store.waiting(units, false, null, 10))
                .extracting(Submission::id)
                .containsExactly(first, second);
        assertThat(store.waiting(units, false, store.find(first).orElseThrow(), 10))
                .extracting(Submission::id)
                .containsExactly(second);
        assertThat(store.waiting(units, true, null, 10)).as("invented ones").isEmpty();
        assertThat(store.waiting(List.of("00009"), false, null, 10)).isEmpty();
        assertThat(store.inStates(units, false, List.of(State.SUBMITTED), 10))
                .extracting(Submission::id)
                .as("the newest first")
                .containsExactly(first, second);
        assertThat(store.inStates(units, false, List.of(State.DRAFT, State.SUBMITTED), 1))
                .extracting(Submission::state)
                .containsExactly(State.DRAFT);
    }

    @Test
    void its_steps_tell_who_made_what_of_it_and_who_stated_it() {
        UUID id = rows.submitted("00004", HALF, NOW);
        Actor officer = Persons.a(SteeringRoles.REPORTER, "00004");
        store.step(List.of(id), officer, NOW, "");
        assertThat(store.decide(id, 3, State.RETURNED, "Sai kỳ", REVIEWER, NOW)).isTrue();
        store.step(List.of(id), REVIEWER, NOW, "Sai kỳ");
        assertThat(store.steps(id))
                .extracting(Submission.Step::made, Submission.Step::account, Submission.Step::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(State.SUBMITTED, officer.account(), ""),
                        org.assertj.core.groups.Tuple.tuple(State.RETURNED, REVIEWER.account(), "Sai kỳ"));
        assertThat(store.steps(UUID.randomUUID())).isEmpty();
        var made = List.of(State.SUBMITTED);
        assertThat(store.statedBy(officer.account(), made, List.of(id))).containsExactly(id);
        assertThat(store.statedBy(Actor.PLATFORM.account(), made, List.of(id)))
                .as("who began it")
                .containsExactly(id);
        assertThat(store.statedBy(REVIEWER.account(), made, List.of(id)))
                .as("who only returned it")
                .isEmpty();
    }
}
