package vn.thucchat.foundation.money.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/** Which of two tellers' words are of one movement. */
@NullMarked
class ReportedTransactionTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final String CODE = ReferenceCode.of(1);

    private static ReportedTransaction told(long amountVnd, String signs, @Nullable String reference) {
        return told(DAY, amountVnd, true, signs, reference);
    }

    private static ReportedTransaction told(
            LocalDate day, long amountVnd, boolean incoming, String signs, @Nullable String reference) {
        return new ReportedTransaction(
                day, false, amountVnd, incoming, signs, reference == null ? Set.of() : Set.of(reference));
    }

    private static ReportedTransaction on(int later, String signs, @Nullable String reference) {
        return told(DAY.plusDays(later), 15, true, signs, reference);
    }

    private static ReportedTransaction booked(int later, String signs) {
        return new ReportedTransaction(DAY.plusDays(later), true, 15, true, signs, Set.of());
    }

    @Test
    void the_same_words_come_before_words_within_others() {
        List<ReportedTransaction> candidates =
                List.of(told(15, "MBVCB88MUARAUSANGCT", null), told(15, "MUARAUSANG", null));
        assertThat(ReportedTransaction.pairs(List.of(told(15, "MUARAUSANG", null)), candidates))
                .containsExactlyEntriesOf(Map.of(0, 1));
        assertThat(ReportedTransaction.pairs(
                        List.of(told(15, "MUARAUSANG", null), told(15, "MUARAUSANG", null)), candidates))
                .containsExactlyInAnyOrderEntriesOf(Map.of(0, 1, 1, 0));
    }

    @Test
    void short_words_within_others_are_chance() {
        assertThat(ReportedTransaction.pairs(
                        List.of(told(15, "MUARAU", null)), List.of(told(15, "MBVCB88MUARAU", null))))
                .isEmpty();
        assertThat(ReportedTransaction.pairs(List.of(told(15, "", null)), List.of(told(15, "MBVCB88MUARAU", null))))
                .isEmpty();
        assertThat(ReportedTransaction.pairs(List.of(told(15, "", null)), List.of(told(15, "", null))))
                .hasSize(1);
    }

    @Test
    void two_references_that_differ_another_day_amount_or_direction_are_two_movements() {
        ReportedTransaction one = told(15, "MUARAU", "FT1");
        assertThat(ReportedTransaction.pairs(
                        List.of(one),
                        List.of(
                                told(15, "MUARAU", "FT2"),
                                told(16, "MUARAU", null),
                                on(1, "MUARAU", null),
                                told(DAY, 15, false, "MUARAU", null))))
                .isEmpty();
        assertThat(ReportedTransaction.pairs(List.of(one), List.of(told(15, "MUARAU", null))))
                .hasSize(1);
        assertThat(ReportedTransaction.pairs(List.of(told(15, "MUARAU", null)), List.of(one)))
                .hasSize(1);
    }

    @Test
    void the_same_code_in_other_words_is_the_same_movement() {
        ReportedTransaction line = told(15, "CT" + CODE + "TUTKXYZ", "FT1");
        ReportedTransaction other = told(15, "MBVCB77" + ReferenceCode.of(2), null);
        ReportedTransaction same = told(15, "MBVCB88" + CODE, null);
        assertThat(ReportedTransaction.pairs(List.of(line), List.of(other, same)))
                .containsExactlyEntriesOf(Map.of(0, 1));
        assertThat(ReportedTransaction.pairs(List.of(line), List.of(told(15, "MBVCB88" + CODE, "FT2"))))
                .as("another reference")
                .isEmpty();
        assertThat(ReportedTransaction.pairs(List.of(line, line), List.of(same)))
                .as("once")
                .hasSize(1);
    }

    @Test
    void what_names_a_code_may_be_booked_some_days_later_and_never_before() {
        ReportedTransaction line = on(1, "CT" + CODE, null);
        assertThat(ReportedTransaction.pairs(List.of(line), List.of(on(0, CODE, "FT1"))))
                .hasSize(1);
        assertThat(ReportedTransaction.pairs(List.of(on(3, CODE, null)), List.of(on(0, CODE, "FT1"))))
                .hasSize(1);
        assertThat(ReportedTransaction.pairs(List.of(on(4, CODE, null)), List.of(on(0, CODE, "FT1"))))
                .isEmpty();
        assertThat(ReportedTransaction.pairs(List.of(line), List.of(on(2, CODE, null))))
                .isEmpty();
        assertThat(ReportedTransaction.pairs(List.of(on(1, "MUARAU", null)), List.of(on(0, "MUARAU", null))))
                .as("the words alone do not say so")
                .isEmpty();
        assertThat(ReportedTransaction.pairs(List.of(line), List.of(booked(0, CODE))))
                .as("booked before")
                .isEmpty();
        assertThat(ReportedTransaction.pairs(List.of(line), List.of(on(0, CODE, null), on(1, CODE, null))))
                .as("the same day first")
                .containsExactlyEntriesOf(Map.of(0, 1));
        assertThat(ReportedTransaction.pairs(List.of(on(0, CODE, null), line), List.of(on(0, CODE, null))))
                .as("once")
                .containsExactlyEntriesOf(Map.of(0, 0));
    }

    @Test
    void of_several_references_one_may_be_missing_but_none_may_differ() {
        assertThat(ReportedTransaction.apart(Set.of("TX1", "FT1"), Set.of("FT1")))
                .isFalse();
        assertThat(ReportedTransaction.apart(Set.of("FT1"), Set.of("TX1", "FT1")))
                .isFalse();
        assertThat(ReportedTransaction.apart(Set.of("TX1", "FT1"), Set.of("TX2", "FT1")))
                .isTrue();
        assertThat(ReportedTransaction.apart(Set.of("TX1"), Set.of("FT1"))).isTrue();
        assertThat(ReportedTransaction.apart(Set.of(), Set.of("FT1"))).isFalse();
    }

    @Property
    void references_that_differ_are_never_joined(
            @ForAll @Size(max = 8) List<Boolean> some,
            @ForAll @Size(max = 8) List<Boolean> others,
            @ForAll @IntRange(max = 3) int later) {
        assertThat(ReportedTransaction.pairs(
                        some.stream()
                                .map(kind -> on(later, kind ? CODE : "", "A"))
                                .toList(),
                        others.stream()
                                .map(kind -> on(0, kind ? CODE : "", "B"))
                                .toList()))
                .isEmpty();
    }

    @Property
    void none_is_paired_twice_and_as_many_as_are_alike(
            @ForAll @Size(max = 12) List<Boolean> others, @ForAll @Size(max = 12) List<Boolean> candidates) {
        var pairs = ReportedTransaction.pairs(
                others.stream().map(ReportedTransactionTests::one).toList(),
                candidates.stream().map(ReportedTransactionTests::one).toList());
        assertThat(pairs.values()).doesNotHaveDuplicates();
        long alike = 0;
        for (boolean kind : new boolean[] {true, false})
            alike += Math.min(
                    others.stream().filter(one -> one == kind).count(),
                    candidates.stream().filter(one -> one == kind).count());
        assertThat(pairs).hasSize((int) alike);
    }

    private static ReportedTransaction one(boolean kind) {
        return told(15, kind ? "RAU" : "CA", null);
    }
}
