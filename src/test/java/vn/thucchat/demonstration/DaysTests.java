package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.steering.indicators.definitions.Period;

class DaysTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);

    @Test
    void on_whatever_day_it_is_loaded_something_is_due_soon_and_nothing_lies_ahead_that_was_done() {
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusYears(3)); day = day.plusDays(1)) {
            var days = new Days(day);
            Period half = days.reporting();
            Instant midnight = day.atStartOfDay(BusinessTime.VIETNAM).toInstant();
            assertThat(half.from()).as("%s", day).isBefore(day);
            assertThat(day)
                    .as("no figure is older than eight months")
                    .isBefore(half.to().plusMonths(2));
            assertThat(days.due(half)).isEqualTo(day.plusDays(3));
            assertThat(days.asOf(half)).isBefore(days.begun(half)).isBetween(half.from(), half.to());
            assertThat(days.accepted(half)).isBefore(days.published(half));
            assertThat(days.published(half)).isBefore(midnight);
            assertThat(days.begun(half)
                            .plusDays(5)
                            .atTime(12, 0)
                            .atZone(BusinessTime.VIETNAM)
                            .toInstant())
                    .as("the last report was handed in before the accepted ones were decided")
                    .isBefore(days.accepted(half));
            assertThat(days.published(days.complete()).plusSeconds(20 * 86_400L))
                    .as("corrected too")
                    .isBefore(midnight);
            assertThat(days.lived().getLast().from()).isBeforeOrEqualTo(day);
            assertThat(days.reported()).startsWith(Period.of("2021S1")).endsWith(half);
        }
    }

    @Test
    void late_in_november_the_second_half_year_is_reported() {
        var days = new Days(LocalDate.of(2026, 11, 28));
        assertThat(days.reporting()).isEqualTo(Period.of("2026S2"));
        assertThat(days.complete()).isEqualTo(Period.of("2026S1"));
        assertThat(days.years()).containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(new Days(LocalDate.of(2027, 1, 10)).reporting()).isEqualTo(Period.of("2026S2"));
    }
}
