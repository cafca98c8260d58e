package vn.thucchat.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of two tellers' words are of one movement. */
@NullMarked
class ToldTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static Told told(long amountVnd, String signs, @Nullable String reference) {
        return new Told(DAY, amountVnd, true, signs, reference);
    }

    @Test
    void the_same_words_come_before_words_within_others() {
        List<Told> candidates = List.of(told(15, "MBVCB88MUARAUSANGCT", null), told(15, "MUARAUSANG", null));
        assertThat(Told.pairs(List.of(told(15, "MUARAUSANG", null)), candidates))
                .containsExactlyEntriesOf(Map.of(0, 1));
        assertThat(Told.pairs(List.of(told(15, "MUARAUSANG", null), told(15, "MUARAUSANG", null)), candidates))
                .containsExactlyInAnyOrderEntriesOf(Map.of(0, 1, 1, 0));
    }

    @Test
    void short_words_within_others_are_chance() {
        assertThat(Told.pairs(List.of(told(15, "MUARAU", null)), List.of(told(15, "MBVCB88MUARAU", null))))
                .isEmpty();
        assertThat(Told.pairs(List.of(told(15, "", null)), List.of(told(15, "MBVCB88MUARAU", null))))
                .isEmpty();
        assertThat(Told.pairs(List.of(told(15, "", null)), List.of(told(15, "", null))))
                .hasSize(1);
    }

    @Test
    void two_references_that_differ_another_day_amount_or_direction_are_two_movements() {
        Told one = told(15, "MUARAU", "FT1");
        assertThat(Told.pairs(
                        List.of(one),
                        List.of(
                                told(15, "MUARAU", "FT2"),
                                told(16, "MUARAU", null),
                                new Told(DAY.plusDays(1), 15, true, "MUARAU", null),
                                new Told(DAY, 15, false, "MUARAU", null))))
                .isEmpty();
        assertThat(Told.pairs(List.of(one), List.of(told(15, "MUARAU", null)))).hasSize(1);
        assertThat(Told.pairs(List.of(told(15, "MUARAU", null)), List.of(one))).hasSize(1);
    }

    @Property
    void none_is_paired_twice_and_as_many_as_are_alike(
            @ForAll @Size(max = 12) List<Boolean> others, @ForAll @Size(max = 12) List<Boolean> candidates) {
        var pairs = Told.pairs(
                others.stream().map(ToldTests::one).toList(),
                candidates.stream().map(ToldTests::one).toList());
        assertThat(pairs.values()).doesNotHaveDuplicates();
        long alike = 0;
        for (boolean kind : new boolean[] {true, false})
            alike += Math.min(
                    others.stream().filter(one -> one == kind).count(),
                    candidates.stream().filter(one -> one == kind).count());
        assertThat(pairs).hasSize((int) alike);
    }

    private static Told one(boolean kind) {
        return told(15, kind ? "RAU" : "CA", null);
    }
}
