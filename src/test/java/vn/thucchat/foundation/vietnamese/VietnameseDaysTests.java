package vn.thucchat.foundation.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseDaysTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/01/2026",
                "5/1/2026",
                "05-01-2026",
                "5-1-2026",
                "5.1.2026",
                "2026-01-05",
                "2026/1/5",
                "05012026",
                " 05/01/2026 ",
                "05/01/2026 00:00:00",
                "2026-01-05T00:00"
            })
    void the_same_day_in_all_forms(String typed) {
        assertThat(VietnameseDays.parse(typed).value()).contains(LocalDate.of(2026, 1, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/1/26", "05-01-26", "050126"})
    void a_year_of_two_digits_is_refused_with_the_remedy(String typed) {
        assertThat(VietnameseDays.parse(typed)).isEqualTo(new Parsed.Refused<>("day.short-year", List.of(typed)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31/02/2026",
                "29/2/2025",
                "01/13/2026",
                "2026-13-01",
                "1/1/1026",
                "5/1-2026",
                "46027",
                "20261301x",
                "2026-01-05T09:30"
            })
    void what_is_no_day_is_refused(String typed) {
        assertThat(VietnameseDays.parse(typed).value()).isEmpty();
    }
}
