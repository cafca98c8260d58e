package vn.thucchat.steering.indicators.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.steering.indicators.reporting.ReportingRows.NOW;
import static vn.thucchat.steering.indicators.reporting.ReportingRows.line;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Calls for figures, and what units owe of them; each test has offices of its own. */
@NullMarked
class RoundStoreTests extends StoreTest {

    private static final Period HALF = Period.of("2022S1");
    private static final LocalDate DUE = LocalDate.of(2022, 7, 15);

    private RoundStore store;
    private ReportingRows rows;

    @BeforeAll
    void open() {
        store = new RoundStore(jdbc);
        rows = new ReportingRows(jdbc);
        rows.indicator("fibre");
        rows.indicator("teams");
    }

    @Test
    void a_call_is_made_once_and_its_name_is_free_in_another_period() {
        Round round = round("A1", HALF, "Số liệu sáu tháng", DUE);
        assertThat(store.insert(round, Actor.PLATFORM)).isTrue();
        assertThat(store.insert(round, Actor.PLATFORM)).isFalse();
        assertThat(store.insert(round("A1", HALF, "Số liệu sáu tháng", DUE), Actor.PLATFORM))
                .as("of the same name")
                .isFalse();
        Round next = round("A1", HALF.next(), "Số liệu sáu tháng", DUE.plusMonths(6));
        assertThat(store.insert(next, Actor.PLATFORM)).isTrue();
        assertThat(store.find(round.id())).contains(round);
        assertThat(store.find(UUID.randomUUID())).isEmpty();
        assertThat(store.callers()).contains("A1");
        assertThat(store.all()).contains(round, next);
        assertThat(store.of(HALF, false)).contains(round).doesNotContain(next);
        assertThat(store.of(HALF, true)).isEmpty();
    }

    @Test
    void rounds_are_found_by_words_without_marks_or_by_the_office_that_calls_the_latest_due_first() {
        Round half = kept(round("B1", HALF, "Số liệu Đợt Một", DUE));
        Round year = kept(round("B1", Period.of("2022"), "Số liệu cả năm", DUE.plusMonths(6)));
        Round other = kept(round("B2", HALF, "Khảo sát", DUE));
        assertThat(latest("", List.of())).containsExactly(year, other, half);
        assertThat(latest("dot mot", List.of())).containsExactly(half);
        assertThat(latest("không có", List.of("B2"))).containsExactly(other);
        assertThat(latest("không có", List.of())).isEmpty();
        assertThat(store.latest(List.of("B1", "B2"), Set.of(false), Rounds.Sought.ALL, 1, 1))
                .hasSize(1)
                .doesNotContain(year);
        assertThat(store.latest(List.of("B1"), Set.of(true), Rounds.Sought.ALL, 0, 9))
                .isEmpty();
    }

    private List<Round> latest(String words, List<String> named) {
        return store.latest(
                List.of("B1", "B2"),
                Set.of(true, false),
                new Rounds.Sought(words, named.stream().map(UnitCode::new).toList()),
                0,
                9);
    }

    @Test
    void those_are_unsettled_that_wait_for_a_report_or_for_a_correction() {
        Round waiting = kept(round("C1", HALF, "Đang chờ", DUE.plusDays(1)));
        Round corrected = kept(round("C1", Period.of("2021S1"), "Bị trả lại", DUE.minusYears(1)));
        kept(round("C1", Period.of("2020S1"), "Đã xong", DUE.minusYears(2)));
        UUID paper = rows.submitted("00011", Period.of("2021S1"), NOW);
        assertThat(new SubmissionStore(jdbc).decide(paper, 3, Submission.State.RETURNED, "Sai", Actor.PLATFORM, NOW))
                .isTrue();
        var of = new RoundStore.Unsettled(List.of("C1"), false, List.of(waiting.id()), List.of("00011"));
        assertThat(store.dueFrom(LocalDate.EPOCH, of)).containsExactly(corrected, waiting);
        assertThat(store.dueFrom(DUE, of)).containsExactly(waiting);
        assertThat(store.dueFrom(
                        LocalDate.EPOCH,
                        new RoundStore.Unsettled(List.of("C2"), false, List.of(waiting.id()), List.of("00011"))))
                .isEmpty();
    }

    @Test
    void a_unit_owes_what_it_has_no_accepted_statement_of_and_waits_once_it_is_handed_in() {
        Round round = kept(round("D1", HALF, "Hai chỉ tiêu", DUE));
        UUID paper = rows.submitted("00021", HALF, NOW);
        Statement line = line(paper, "00021", "fibre", HALF, 40);
        var statements = new StatementStore(jdbc);
        statements.insert(List.of(line));
        statements.accept(List.of(line), NOW);
        rows.draft("00022", HALF);
        var ids = List.of(round.id(), round.id(), round.id());
        var units = List.of(new UnitCode("00021"), new UnitCode("00022"), new UnitCode("00023"));
        assertThat(store.owed(ids, units))
                .containsExactlyInAnyOrder(
                        new Round.Owed(round.id(), units.get(0), 2, 1, Submission.State.SUBMITTED),
                        new Round.Owed(round.id(), units.get(1), 2, 0, Submission.State.DRAFT),
                        new Round.Owed(round.id(), units.get(2), 2, 0, null));
        assertThat(store.missing(ids, units, null, 9))
                .extracting(Round.Owed::unit)
                .containsExactly(units.get(1), units.get(2));
        assertThat(store.missing(ids, units, new Rounds.Place(DUE, units.get(1), round.id()), 9))
                .extracting(Round.Owed::unit)
                .containsExactly(units.get(2));
        assertThat(store.missing(ids, units, null, 1)).hasSize(1);
    }

    private Round kept(Round round) {
        assertThat(store.insert(round, Actor.PLATFORM)).isTrue();
        return round;
    }

    private static Round round(String above, Period period, String name, LocalDate due) {
        return new Round(
                Ids.next(TestTime.CLOCK),
                name,
                period,
                new UnitCode(above),
                UnitKind.Level.COMMUNE,
                due,
                false,
                NOW,
                List.of("fibre", "teams"));
    }
}
