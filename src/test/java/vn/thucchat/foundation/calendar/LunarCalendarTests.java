package vn.thucchat.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lunar days against tables that were not made by this algorithm: those of python-holidays 0.105 (Chinese dates of the
 * Hong Kong Observatory, with the years in which Viet Nam differs), and what state notices say of 2025 and 2026.
 */
@NullMarked
class LunarCalendarTests {

    private static final String TET = """
            1985-01-21 1986-02-09 1987-01-29 1988-02-17 1989-02-06 1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10
            1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22
            2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31
            2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10
            2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19
            2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30
            2045-02-17 2046-02-06 2047-01-26 2048-02-14 2049-02-02 2050-01-23 2051-02-11 2052-02-01 2053-02-18""";

    private static final String HUNG_KINGS = """
            1985-04-29 1986-04-18 1987-04-07 1988-04-25 1989-04-15 1990-04-05 1991-04-24 1992-04-12 1993-04-01 1994-04-20
            1995-04-09 1996-04-27 1997-04-16 1998-04-06 1999-04-25 2000-04-14 2001-04-03 2002-04-22 2003-04-11 2004-04-28
            2005-04-18 2006-04-07 2007-04-26 2008-04-15 2009-04-04 2010-04-23 2011-04-12 2012-03-31 2013-04-19 2014-04-09
            2015-04-28 2016-04-16 2017-04-06 2018-04-25 2019-04-14 2020-04-02 2021-04-21 2022-04-10 2023-04-29 2024-04-18
            2025-04-07 2026-04-26 2027-04-16 2028-04-04 2029-04-23 2030-04-12 2031-04-01 2032-04-19 2033-04-09 2034-04-28
            2035-04-17 2036-04-06 2037-04-24 2038-04-13 2039-04-03 2040-04-20 2041-04-10 2042-04-29 2043-04-19 2044-04-07
            2045-04-26 2046-04-15 2047-04-04 2048-04-22 2049-04-11 2050-04-01 2051-04-20 2052-04-09 2053-04-28""";

    @Test
    void the_new_year_is_on_the_known_day_from_1985_to_2053() {
        assertThat(IntStream.rangeClosed(1985, 2053).mapToObj(year -> LunarCalendar.solar(year, 1, 1)))
                .containsExactlyElementsOf(
                        Arrays.stream(TET.split("\\s+")).map(LocalDate::parse).toList());
    }

    @Test
    void the_day_of_the_hung_kings_is_on_the_known_day_from_1985_to_2053() {
        assertThat(IntStream.rangeClosed(1985, 2053).mapToObj(year -> LunarCalendar.solar(year, 3, 10)))
                .containsExactlyElementsOf(Arrays.stream(HUNG_KINGS.split("\\s+"))
                        .map(LocalDate::parse)
                        .toList());
    }

    /** In these years the Chinese new year is on another day: a month later in 1985, a day later in the others. */
    @ParameterizedTest
    @CsvSource({"1985, 1985-01-21", "2007, 2007-02-17", "2030, 2030-02-02", "2053, 2053-02-18"})
    void where_china_differs_the_vietnamese_day_counts(int year, LocalDate day) {
        assertThat(LunarCalendar.solar(year, 1, 1)).isEqualTo(day);
    }

    /** Notices 6150/TB-BLĐTBXH (2025) and 9441/TB-BNV (2026) name the lunar days of the rest that they order. */
    @ParameterizedTest
    @CsvSource({"2024,12,26,2025-01-25", "2025,1,5,2025-02-02", "2025,12,27,2026-02-14", "2026,1,6,2026-02-22"})
    void the_days_that_state_notices_name_agree(int year, int month, int day, LocalDate solar) {
        assertThat(LunarCalendar.solar(year, month, day)).isEqualTo(solar);
    }
}
