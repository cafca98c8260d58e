package vn.thucchat.foundation.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Values fall into classes of about equal size, and equal values into one. */
class QuantileClassesTests {

    @Test
    void ten_values_make_five_classes_of_two() {
        var classes = QuantileClasses.of(numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 5);
        assertThat(classes.all()).extracting(QuantileClasses.Range::count).containsExactly(2, 2, 2, 2, 2);
        assertThat(classes.of(BigDecimal.valueOf(3))).isEqualTo(1);
    }

    @Test
    void equal_values_stay_together() {
        var classes = QuantileClasses.of(numbers(0, 0, 0, 0, 0, 0, 0, 1, 2, 3), 5);
        assertThat(classes.all().getFirst().count()).isEqualTo(7);
        assertThat(QuantileClasses.of(numbers(5, 5, 5), 5).all()).hasSize(1);
        assertThat(QuantileClasses.of(List.of(), 5).all()).isEmpty();
    }

    @Property
    void every_value_is_in_one_class_and_classes_follow_each_other(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 30) Integer> values,
            @ForAll @IntRange(min = 1, max = 7) int most) {
        var numbers = values.stream().map(BigDecimal::valueOf).toList();
        var classes = QuantileClasses.of(numbers, most);
        assertThat(classes.all()).hasSizeBetween(1, most);
        assertThat(classes.all().stream().mapToInt(QuantileClasses.Range::count).sum())
                .isEqualTo(values.size());
        for (int i = 1; i < classes.all().size(); i++)
            assertThat(classes.all().get(i).low())
                    .isGreaterThan(classes.all().get(i - 1).high());
        for (BigDecimal value : numbers) {
            var in = classes.all().get(classes.of(value));
            assertThat(value).isBetween(in.low(), in.high());
        }
    }

    private static List<BigDecimal> numbers(int... values) {
        return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
    }
}
