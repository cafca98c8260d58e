package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.Rendering;

/** Days become as many columns as a picture has room for, and none is lost or counted twice. */
class CourseTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);

    @Test
    void few_days_stay_days_more_become_weeks_and_years_become_months() {
        assertThat(course(30, 1).grain()).isEqualTo(Course.Grain.DAY);
        assertThat(course(184, 1).grain()).isEqualTo(Course.Grain.WEEK);
        assertThat(course(800, 1).grain()).isEqualTo(Course.Grain.MONTH);
        assertThat(course(1, 1).drawable()).isFalse();
        assertThat(Course.of(new TreeMap<>()).drawable()).isFalse();
    }

    @Test
    void a_day_without_anything_is_a_hole_and_sums_are_kept() {
        for (int days : new int[] {2, 40, 100, 399, 900}) {
            Course course = course(days, 3);
            assertThat(course.stretches().stream().map(Course.Stretch::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(Integer.toString(Math.ceilDiv(days, 3)));
            for (int i = 1; i < course.stretches().size(); i++)
                assertThat(course.stretches().get(i).from())
                        .isEqualTo(course.stretches().get(i - 1).to().plusDays(1));
        }
        assertThat(course(7, 3).stretches()).hasSize(7);
    }

    @Test
    void a_week_is_named_by_its_ends_and_few_columns_are_labelled() {
        var t = Rendering.texts(Rendering.VIETNAMESE);
        Course course = course(184, 1);
        assertThat(Course.name(t, course.stretches().getFirst())).isEqualTo("4/5/2026 – 10/5/2026");
        Collection<String> labels = course.columns(t, amount -> t.number(amount)).values().stream()
                .map(value -> value.label())
                .filter(label -> !label.isEmpty())
                .toList();
        assertThat(labels).hasSizeBetween(3, 6).startsWith("4/5");
    }

    private static Course course(int days, int every) {
        var of = new TreeMap<LocalDate, BigDecimal>();
        for (int i = 0; i < days; i += every) of.put(MONDAY.plusDays(i), BigDecimal.ONE);
        return Course.of(of);
    }
}
