package vn.thucchat.steering.indicators.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {

    @ParameterizedTest
    @CsvSource({
        "202206, 2022-06-01, 2022-06-30, 202106, 202205, 202207",
        "202201, 2022-01-01, 2022-01-31, 202101, 202112, 202202",
        "2022Q2, 2022-04-01, 2022-06-30, 2021Q2, 2022Q1, 2022Q3",
        "2022S1, 2022-01-01, 2022-06-30, 2021S1, 2021S2, 2022S2",
        "2024, 2024-01-01, 2024-12-31, 2023, 2023, 2025",
    })
    void a_period_knows_its_days_and_neighbours(
            String code, LocalDate from, LocalDate to, String yearBefore, String previous, String next) {
        Period period = Period.of(code);
        assertThat(period.code()).isEqualTo(code);
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.yearBefore().code()).isEqualTo(yearBefore);
        assertThat(period.previous().code()).isEqualTo(previous);
        assertThat(period.next().code()).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "22", "202213", "202200", "2022Q5", "2022S3", "2022q1", "1822", "2022 ", "٢٠٢٢", "2022-06"})
    void what_is_no_period_is_not_taken_for_one(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void the_periods_within_come_longest_first() {
        assertThat(Period.of("2022S2").within().stream().map(Period::code))
                .containsExactly("2022Q3", "2022Q4", "202207", "202208", "202209", "202210", "202211", "202212");
    }

    @Property
    boolean a_day_lies_in_the_period_that_contains_it(
            @ForAll @IntRange(min = 0, max = 72_000) int daysSince1900, @ForAll Period.Grain grain) {
        LocalDate day = LocalDate.of(1900, 1, 1).plusDays(daysSince1900);
        Period period = Period.containing(day, grain);
        return !day.isBefore(period.from())
                && !day.isAfter(period.to())
                && Period.of(period.code()).equals(period)
                && period.next().previous().equals(period);
    }
}
