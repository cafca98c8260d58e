package vn.thucchat.steering.indicators.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.steering.indicators.reporting.ReportingRows.NOW;
import static vn.thucchat.steering.indicators.reporting.ReportingRows.line;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.testing.StoreTest;

/** What units state: replaced while nobody decided on it, superseded and never changed afterwards. */
@NullMarked
class StatementStoreTests extends StoreTest {

    private static final Period HALF = Period.of("2022S1");

    private StatementStore store;
    private ReportingRows rows;

    @BeforeAll
    void open() {
        store = new StatementStore(jdbc);
        rows = new ReportingRows(jdbc);
        rows.indicator("fibre");
        rows.indicator("teams");
    }

    @Test
    void lines_are_replaced_by_indicator_until_they_are_accepted() {
        UUID paper = rows.draft("00001", HALF);
        Statement fibre = line(paper, "00001", "fibre", HALF, 40);
        Statement teams = line(paper, "00001", "teams", HALF, 3);
        store.insert(List.of(teams, fibre));
        assertThat(store.ofSubmissions(List.of(paper))).containsExactly(fibre, teams);
        assertThat(store.ofSubmissions(List.of(UUID.randomUUID()))).isEmpty();

        Statement again = line(paper, "00001", "fibre", HALF, 45);
        store.deleteWhatTheseReplace(List.of(again));
        store.insert(List.of(again));
        assertThat(store.ofSubmissions(List.of(paper))).containsExactly(again, teams);
        store.accept(List.of(again), NOW);
        store.deleteLines(paper);
        store.deleteWhatTheseReplace(List.of(again));
        assertThat(store.ofSubmissions(List.of(paper)))
                .extracting(Statement::id)
                .as("an accepted line is evidence")
                .containsExactly(again.id());
        assertThat(store.find(List.of(again.id(), teams.id())))
                .extracting(Statement::acceptedAt)
                .containsExactly(NOW);
    }

    @Test
    void the_newest_accepted_holds_and_the_one_before_held_until_then() {
        Statement first = accepted("00002", 40, NOW);
        Statement second = line(rows.draft("00002", HALF), "00002", "fibre", HALF, 41);
        store.insert(List.of(second));
        var units = List.of(new UnitCode("00002"));
        assertThat(ids(store.holding(units, List.of(HALF), null)))
                .as("what is not accepted does not hold")
                .containsExactly(first.id());
        store.supersede(List.of(first.id()), List.of(second.id()));
        store.accept(List.of(second), NOW.plusSeconds(60));
        assertThat(ids(store.holding(units, List.of(HALF), null))).containsExactly(second.id());
        assertThat(ids(store.holding(units, List.of(HALF), "fibre", null))).containsExactly(second.id());
        assertThat(ids(store.holding(units, List.of(HALF), "fibre", NOW))).containsExactly(first.id());
        assertThat(store.holding(units, List.of(HALF), "fibre", NOW.minusSeconds(1)))
                .isEmpty();
        assertThat(store.holding(units, List.of(HALF), "teams")).isEmpty();
        assertThat(store.holding(units, List.of(HALF.next()), null)).isEmpty();
    }

    @Test
    void nothing_is_accepted_or_superseded_twice() {
        Statement line = accepted("00003", 40, NOW);
        assertThatThrownBy(() -> store.accept(List.of(line), NOW)).isInstanceOf(IllegalStateException.class);
        Statement other = line(rows.draft("00003", HALF), "00003", "fibre", HALF, 41);
        store.insert(List.of(other));
        store.supersede(List.of(line.id()), List.of(other.id()));
        assertThatThrownBy(() -> store.supersede(List.of(line.id()), List.of(other.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_no_figure_repeats_waits_to_be_published() {
        accepted("00005", 40, NOW.plusSeconds(5));
        accepted("00004", 40, NOW.plusSeconds(9));
        List<String> units = List.of("00004", "00005");
        assertThat(store.unpublished(units, false, 10))
                .as("the longest waiting first")
                .containsExactly(
                        new UnitStatements.Unpublished(new UnitCode("00005"), HALF, 1),
                        new UnitStatements.Unpublished(new UnitCode("00004"), HALF, 1));
        assertThat(store.unpublished(units, false, 1)).hasSize(1);
        assertThat(store.unpublished(units, true, 10)).isEmpty();
    }

    @Test
    void a_line_knows_its_paper_its_note_and_its_facts() {
        UUID paper = rows.draft("00006", HALF);
        UUID document = rows.document();
        assertThat(new SubmissionStore(jdbc).write(paper, 1, document, "scan hỏng"))
                .isTrue();
        Statement line = line(paper, "00006", "fibre", HALF, 40);
        store.insert(List.of(line));
        assertThat(store.note(line.id())).isEqualTo("scan hỏng");
        assertThat(store.note(UUID.randomUUID())).isEmpty();
        assertThat(store.sources(List.of(line.id()))).singleElement().satisfies(source -> {
            assertThat(source.document().id()).isEqualTo(document);
            assertThat(source.quote()).isEqualTo(line.quote());
        });
        var receipt = new UnitStatements.Receipt(line.id(), "value", UUID.randomUUID());
        store.insertFacts(List.of(receipt));
        assertThat(store.facts(List.of(line.id()))).containsExactly(receipt);
        assertThat(store.facts(List.of(UUID.randomUUID()))).isEmpty();
    }

    /** A line of a paper that was withdrawn since, so that the unit can write another. */
    private Statement accepted(String unit, long value, java.time.Instant at) {
        UUID paper = rows.draft(unit, HALF);
        Statement line = line(paper, unit, "fibre", HALF, value);
        store.insert(List.of(line));
        store.accept(List.of(line), at);
        assertThat(new SubmissionStore(jdbc).withdraw(paper, 1)).isTrue();
        return line;
    }

    private static List<UUID> ids(List<Statement> lines) {
        return lines.stream().map(Statement::id).toList();
    }
}
