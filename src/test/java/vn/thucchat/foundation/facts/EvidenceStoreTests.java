package vn.thucchat.foundation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.facts.FactFixture.aFact;
import static vn.thucchat.foundation.facts.FactFixture.correctionOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;

/** Facts are found again: each once, those in force summed, those of few left out. Each test has a unit of its own. */
@NullMarked
class EvidenceStoreTests extends StoreTest {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 15);
    private static final String SALE = FactFixture.SALE.code();
    private static final List<Evidence.Selector> SALES = List.of(new Evidence.Selector(SALE, Map.of()));

    private Facts facts;
    private EvidenceStore store;

    @BeforeAll
    void open() {
        facts = new Facts(pool, FactFixture.KINDS);
        store = new EvidenceStore(jdbc);
    }

    @Test
    void facts_come_page_by_page_the_latest_first_and_each_once() {
        Fact older = recorded(aFact().unit("A").day(DAY.minusDays(1)));
        Fact newer = recorded(aFact().unit("A"));
        Fact correcting = recorded(correctionOf(newer).count(2));
        recorded(aFact().unit("A").synthetic(true));
        recorded(aFact().unit("A").day(DAY.plusDays(1)));
        var all = query("A", DAY.minusDays(1), DAY, List.of(new Evidence.Key(newer.unit(), newer.id())), null);
        assertThat(store.find(all))
                .extracting(it -> it.fact().id(), Evidence.Entry::corrected)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(correcting.id(), false),
                        org.assertj.core.groups.Tuple.tuple(newer.id(), true),
                        org.assertj.core.groups.Tuple.tuple(older.id(), false));
        var after = new Evidence.Cursor(newer.day(), newer.id().value());
        assertThat(store.find(query("A", DAY.minusDays(1), DAY, List.of(), after)))
                .extracting(it -> it.fact().id())
                .containsExactly(older.id());
        assertThat(store.find(query("Z", DAY, DAY, List.of(), null))).isEmpty();
    }

    @Test
    void totals_count_what_is_in_force_by_each_selector() {
        Fact first = recorded(aFact().unit("B").subject(new UUID(1, 1)).amount(100));
        recorded(correctionOf(first).amount(70));
        recorded(aFact().unit("B")
                .subject(new UUID(1, 1))
                .facets(Map.of("channel", "cash"))
                .amount(5));
        assertThat(store.totals(
                        query("B", DAY, DAY, List.of(), null),
                        List.of(
                                SALES.getFirst(),
                                new Evidence.Selector(SALE, Map.of("channel", "cash")),
                                new Evidence.Selector("test.none", Map.of()))))
                .containsExactly(
                        new Evidence.Total(2, 2, 75, 1),
                        new Evidence.Total(1, 1, 5, 1),
                        new Evidence.Total(0, 0, 0, 0));
    }

    @Test
    void days_and_units_of_few_subjects_are_in_no_sum_and_groups_tell_how_many_there_are() {
        for (int subject = 0; subject < 5; subject++)
            recorded(aFact().unit("C").subject(new UUID(2, subject)).amount(10));
        recorded(aFact().unit("C").day(DAY.minusDays(1)).subject(new UUID(2, 0)).amount(1_000));
        var query = query("C", DAY.minusDays(1), DAY, List.of(), null);
        var unit = new UnitCode("C");
        var large = new Evidence.Group(DAY, unit, SALE, new Evidence.Total(5, 5, 50, 5));
        var small = new Evidence.Group(DAY.minusDays(1), unit, SALE, new Evidence.Total(1, 1, 1_000, 1));
        assertThat(store.groups(query, null)).containsExactly(large, small);
        assertThat(store.groups(query, large)).containsExactly(small);
        assertThat(store.summary(query, 5))
                .isEqualTo(new Evidence.Summary(
                        List.of(new Evidence.OfDay(DAY, new Evidence.Total(5, 5, 50, 0))),
                        List.of(new Evidence.OfUnit(unit, new Evidence.Total(5, 5, 50, 0)))));
        assertThat(store.summary(query, 0).days())
                .extracting(Evidence.OfDay::day)
                .containsExactly(DAY, DAY.minusDays(1));
    }

    @Test
    void a_fact_is_found_by_its_evidence_as_it_was_corrected_last() {
        Fact first = recorded(aFact().unit("D"));
        assertThat(found(first, DAY)).isEqualTo(first);
        Fact second = correctionOf(first).count(3).build();
        recorded(second);
        assertThat(found(first, DAY)).as("the first is in force no longer").isNull();
        assertThat(found(second, DAY)).isEqualTo(second);
        assertThat(found(second, DAY.plusDays(1))).isNull();
    }

    private @Nullable Fact found(Fact of, LocalDate from) {
        return store.byEvidence(SALE, of.unit(), from, DAY.plusDays(9), of.evidence())
                .orElse(null);
    }

    @Test
    void the_fact_that_stands_is_the_last_of_its_day() {
        recorded(FactFixture.aLevel().unit("E").amount(1));
        Fact last = recorded(FactFixture.aLevel()
                .unit("E")
                .at(Instant.parse("2022-03-15T09:00:00Z"))
                .amount(2));
        var standing = new Evidence.Standing(last.kind(), last.unit(), Map.of(), null, false, DAY, last.provenance());
        assertThat(store.standing(List.of(standing))).containsExactly(new Evidence.Key(last.unit(), last.id()));
        assertThat(store.standing(List.of())).isEmpty();
    }

    @Test
    void the_course_of_a_day_is_by_hour_and_by_subject_up_to_a_position() {
        var subject = new UUID(3, 1);
        recorded(aFact().unit("F").subject(subject).amount(10));
        Position then = facts.read(Position.START, 1_000_000, _ -> {});
        recorded(aFact().unit("F").subject(subject).amount(90));
        var cell = new Cell(new UnitCode("F"), SALE, DAY);
        DayBreakdown course = store.course(cell, Map.of("channel", "online"), false, then);
        assertThat(course.hours()).containsExactly(Map.entry(9, new Evidence.Total(1, 1, 10, 1)));
        assertThat(course.subjects()).containsOnlyKeys(subject);
        assertThat(store.course(cell, Map.of("channel", "cash"), false, then).hours())
                .isEmpty();
    }

    private Evidence.Query query(
            String unit, LocalDate from, LocalDate to, List<Evidence.Key> keys, Evidence.@Nullable Cursor after) {
        return new Evidence.Query(
                SALES, List.of(new Evidence.Stretch(new UnitCode(unit), from, to)), keys, Set.of(false), after, 10);
    }

    private Fact recorded(FactFixture fixture) {
        return recorded(fixture.build());
    }

    private Fact recorded(Fact fact) {
        transactions.executeWithoutResult(_ -> facts.record(new ArrayList<>(List.of(fact))));
        return fact;
    }
}
