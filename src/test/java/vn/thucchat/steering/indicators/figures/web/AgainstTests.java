package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Progress;
import vn.thucchat.testing.Rendering;

class AgainstTests {

    private static final Texts T = Rendering.texts(Locale.of("vi"));

    @Test
    void what_is_counted_is_behind_by_whole_things() {
        Against teams = against("count", "3661", "-25", "3648.05", "-12.05", Progress.BEHIND);
        assertThat(teams.difference(T)).isEqualTo("−12");
        assertThat(teams.verdict(T)).isEqualTo("Chậm 12 so với tiến độ");
        Against little = against("count", "3661", "-13.4", "3648.4", "-0.4", Progress.BEHIND);
        assertThat(little.difference(T)).as("not nothing").isEqualTo("−0,4");
    }

    @Test
    void what_passes_the_years_target_says_so_before_the_path_is_named() {
        Against ahead = against("percent", "91", "5.34", "92.28", "4.06", Progress.AHEAD);
        assertThat(ahead.verdict(T).replace('\u00a0', ' ')).isEqualTo("Vượt chỉ tiêu cả năm 5,34 điểm");
        assertThat(ahead.measuredBy(T)).isEqualTo("đến 30/6/2026 cần 92,3%; chỉ tiêu giao cả năm 91%");
    }

    private static Against against(
            String measure, String plan, String variance, String due, String behind, Progress progress) {
        return new Against(
                quantity(plan, measure),
                new BigDecimal(variance),
                null,
                false,
                false,
                true,
                new Against.Path(
                        quantity(due, measure), new BigDecimal(behind), LocalDate.of(2026, 6, 30), null, false),
                progress);
    }

    private static Quantity quantity(String number, String measure) {
        return Quantity.of(new BigDecimal(number), measure);
    }
}
