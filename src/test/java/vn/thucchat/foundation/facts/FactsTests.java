package vn.thucchat.foundation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.foundation.facts.FactFixture.aFact;
import static vn.thucchat.foundation.facts.FactFixture.correctionOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;

@NullMarked
class FactsTests extends StoreTest {

    private Facts facts;

    @BeforeAll
    void open() {
        facts = new Facts(pool, FactFixture.KINDS);
    }

    @Test
    void a_fact_comes_back_as_it_was_recorded() {
        Position before = end();
        Fact full = aFact().subject(UUID.randomUUID())
                .facets(Map.of("channel", "trực \"tuyến\"\n\\"))
                .count(7)
                .amount(-199_800)
                .provenance(Provenance.REPORTED)
                .synthetic(true)
                .build();
        Fact bare = FactFixture.aLevel().build();
        record(List.of(full, bare));
        assertThat(readAfter(before)).extracting(LoggedFact::fact).containsExactly(full, bare);
    }

    @Test
    void facets_of_any_length_that_is_allowed_pass_the_buffer() {
        Position before = end();
        List<Fact> many = IntStream.range(0, 3_000)
                .mapToObj(i ->
                        aFact().facets(Map.of("channel", ("ệ" + i).repeat(25))).build())
                .toList();
        record(many);
        assertThat(readAfter(before)).extracting(LoggedFact::fact).containsExactlyElementsOf(many);
    }

    @Test
    void a_fact_is_found_again_by_its_evidence_while_it_is_in_force() {
        Fact first = aFact().subject(UUID.randomUUID()).amount(5).build();
        Fact other = aFact().amount(6).build();
        record(List.of(first, other));
        assertThat(found(first, first.day(), first.day())).contains(first);
        assertThat(found(first, first.day().plusDays(1), first.day().plusDays(9)))
                .as("of other days")
                .isEmpty();

        Instant later = first.at().plusSeconds(60);
        Fact voided = first.voided(FactFixture.newId(), later, first.day());
        assertThat(voided.isVoid()).isTrue();
        record(List.of(voided));
        assertThat(found(first, first.day(), first.day())).as("taken back").isEmpty();
        assertThat(found(other, other.day(), other.day())).contains(other);
    }

    private Optional<Fact> found(Fact fact, LocalDate from, LocalDate to) {
        return facts.byEvidence(fact.kind(), fact.unit(), from, to, fact.evidence());
    }

    @Test
    void outside_a_transaction_nothing_is_recorded() {
        assertThatThrownBy(() -> facts.record(aFact().build())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_callers_rollback_leaves_nothing() {
        Position before = end();
        transactions.executeWithoutResult(status -> {
            facts.record(aFact().build());
            status.setRollbackOnly();
        });
        assertThat(readAfter(before)).isEmpty();
        assertThat(facts.anythingAfter(before)).isFalse();
    }

    @Test
    void listeners_hear_of_commits_and_not_of_rollbacks() {
        var heard = new ArrayList<String>();
        var listening = new Facts(pool, FactFixture.KINDS);
        listening.afterCommit(() -> heard.add("committed"));
        transactions.executeWithoutResult(status -> {
            listening.record(aFact().build());
            status.setRollbackOnly();
        });
        assertThat(heard).isEmpty();
        transactions.executeWithoutResult(_ -> listening.record(aFact().build()));
        assertThat(heard).containsExactly("committed");
    }

    @Test
    void facts_that_do_not_keep_to_their_kind_are_refused() {
        for (Fact bad : List.of(
                aFact().kind("test.unheard-of").build(),
                aFact().facets(Map.of()).build(),
                aFact().facets(Map.of("channel", "online", "more", "x")).build(),
                aFact().facets(Map.of("channel", "x".repeat(201))).build(),
                aFact().facets(Map.of("channel", "a\0b")).build(),
                aFact().count(-1).build(),
                aFact().day(LocalDate.of(1066, 10, 14)).build()))
            assertThatThrownBy(() -> record(List.of(aFact().build(), bad)))
                    .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_amount_that_could_break_a_sum_is_refused() {
        assertThatThrownBy(() -> record(List.of(aFact().amount(Long.MAX_VALUE).build())))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_same_id_is_taken_once() {
        Fact fact = aFact().build();
        record(List.of(fact));
        assertThatThrownBy(() -> record(List.of(fact))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_kind_is_declared_once() {
        assertThatThrownBy(() -> new Facts(pool, List.of(FactFixture.SALE, FactFixture.SALE)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void corrections_form_a_chain_and_only_its_end_counts() {
        Fact first = aFact().unit("C1").build();
        Fact second = correctionOf(first).count(2).build();
        Fact third = correctionOf(second).count(3).build();
        record(List.of(first));
        Position early = end();
        record(List.of(second, third));
        Position late = end();
        var cell = new Cell(first.unit(), first.kind(), first.day());
        assertThat(cell(cell, early)).containsExactly(first);
        assertThat(cell(cell, late)).containsExactly(third);
    }

    @Test
    void a_correction_says_which_day_the_corrected_fact_had() {
        Fact first = aFact().build();
        record(List.of(first));
        Position before = end();
        record(List.of(correctionOf(first).day(first.day().plusDays(9)).build()));
        assertThat(readAfter(before)).extracting(LoggedFact::correctedDay).containsExactly(first.day());
    }

    @Test
    void a_fact_is_corrected_once() {
        Fact first = aFact().build();
        record(List.of(first, correctionOf(first).build()));
        assertThatThrownBy(() -> record(List.of(correctionOf(first).build())))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void only_what_is_there_is_corrected_and_by_its_own_unit_and_kind() {
        Fact first = aFact().build();
        record(List.of(first));
        Fact later = aFact().build();
        for (List<Fact> bad : List.of(
                List.of(correctionOf(later).build(), later),
                List.of(correctionOf(first).unit("05440").build()),
                List.of(correctionOf(first)
                        .kind(FactFixture.LEVEL.code())
                        .facets(Map.of())
                        .build()),
                List.of(later, correctionOf(later).unit("05440").build())))
            assertThatThrownBy(() -> record(bad)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void evidence_is_listed_by_page_latest_day_first() {
        LocalDate day = LocalDate.of(2022, 1, 1);
        var all = new ArrayList<Fact>();
        for (int i = 0; i < 25; i++)
            all.add(aFact().unit(i % 2 == 0 ? "E1" : "E2")
                    .day(day.plusDays(i / 5))
                    .build());
        all.add(aFact().unit("E1").day(day).facets(Map.of("channel", "desk")).build());
        all.add(aFact().unit("E1").day(day).synthetic(true).build());
        all.add(aFact().unit("E3").day(day).build());
        Fact corrected = all.getFirst();
        Fact correction = correctionOf(corrected).count(5).build();
        all.add(correction);
        record(all);

        var found = new ArrayList<Evidence.Entry>();
        Evidence.Cursor cursor = null;
        do {
            Evidence page = facts.find(Evidence.Query.of(
                    List.of(new Evidence.Selector("test.sold", Map.of("channel", "online"))),
                    List.of(new UnitCode("E1"), new UnitCode("E2")),
                    day,
                    day.plusDays(3),
                    Set.of(false),
                    cursor,
                    7));
            found.addAll(page.facts());
            cursor = page.next() == null
                    ? null
                    : Evidence.Cursor.parse(page.next().toString());
        } while (cursor != null);

        assertThat(found).hasSize(21).doesNotHaveDuplicates();
        assertThat(found)
                .extracting(entry -> entry.fact().day())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(found)
                .filteredOn(Evidence.Entry::corrected)
                .extracting(Evidence.Entry::fact)
                .containsExactly(corrected);
        assertThat(found).extracting(Evidence.Entry::fact).contains(correction);
    }

    @Test
    void a_strange_cursor_or_limit_is_refused() {
        for (String bad : List.of("", "2022-01-01", "x~y", "2022-01-01~x"))
            assertThatThrownBy(() -> Evidence.Cursor.parse(bad)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Evidence.Query.of(List.of(), List.of(), LocalDate.MIN, LocalDate.MAX, Set.of(), null, 501))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void evidence_opens_where_its_owner_says() {
        Fact fact = aFact().build();
        assertThat(facts.evidencePath(fact)).contains("/sales/" + fact.evidence());
        assertThat(facts.evidencePath(aFact().kind("test.gone").build())).isEmpty();
    }

    @Test
    void a_position_is_carried_by_its_text() {
        assertThat(Position.parse(new Position(12, 34).toString())).isEqualTo(new Position(12, 34));
        assertThat(new Position(2, 1)).isGreaterThan(new Position(1, 2)).isLessThan(new Position(2, 2));
        assertThatThrownBy(() -> Position.parse("12")).isInstanceOf(IllegalArgumentException.class);
    }

    private void record(List<Fact> all) {
        transactions.executeWithoutResult(_ -> facts.record(all));
    }

    private Position end() {
        return facts.read(Position.START, 1_000_000, _ -> {});
    }

    private List<LoggedFact> readAfter(Position position) {
        var read = new ArrayList<LoggedFact>();
        facts.read(position, 1_000_000, read::add);
        return read;
    }

    private List<Fact> cell(Cell cell, Position upTo) {
        var read = new ArrayList<Fact>();
        facts.cells(List.of(cell, cell), upTo, read::add);
        return read;
    }
}
