package vn.thucchat.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.calendar.Calendars.at;
import static vn.thucchat.foundation.calendar.Calendars.local;
import static vn.thucchat.foundation.calendar.Calendars.shipped;
import static vn.thucchat.foundation.calendar.Calendars.stated;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.calendar.CalendarDay.Kind;

/** Known years and deadlines, counted by hand. */
@NullMarked
class WorkingCalendarTests {

    /**
     * The weekdays without work and the Saturdays with work of the civil service, put together by hand from Articles 111
     * and 112 of the Labour Code and the notices 4875, 119, 5034, 5015, 1570/TB-LĐTBXH, 6150/TB-BLĐTBXH, 9441/TB-BNV,
     * 12729 and 10065/VPCP-KGVX.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2021 | 01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03 |
            2022 | 01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02 |
            2023 | 01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04 |
            2024 | 01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03 | 05-04
            2025 | 01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02 | 04-26
            2026 | 01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24 | 01-10 08-22
            2027 | 01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24 |
            """)
    void a_year_has_the_days_that_its_notices_give(int year, String off, String worked) {
        WorkingCalendar calendar = shipped();
        assertThat(calendar.provisional(year)).isFalse();
        assertThat(days(year, day -> !PublicCalendar.weekend(day) && !calendar.works(day)))
                .containsExactly(off.split(" "));
        assertThat(days(year, day -> PublicCalendar.weekend(day) && calendar.works(day)))
                .containsExactlyElementsOf(worked == null ? List.of() : Arrays.asList(worked.split(" ")));
    }

    private static List<String> days(int year, java.util.function.Predicate<LocalDate> those) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .filter(those)
                .map(day -> day.toString().substring(5))
                .toList();
    }

    /** By hand; the first of them stands in the platform's own requirement. */
    @ParameterizedTest
    @CsvSource({
        "2022-08-08T09:00, 10, 2022-08-22T17:00",
        "2022-08-30T09:00,  3, 2022-09-06T17:00",
        "2022-04-08T09:00,  3, 2022-04-14T17:00",
        "2023-04-28T16:59,  1, 2023-05-04T17:00",
        "2024-02-07T08:00,  1, 2024-02-15T17:00",
        "2024-04-26T08:00,  2, 2024-05-03T17:00",
        "2024-05-03T08:00,  1, 2024-05-04T17:00",
        "2026-08-28T09:00,  3, 2026-09-07T17:00",
        "2026-11-20T09:00,  2, 2026-11-25T17:00",
        "2022-08-06T09:00,  1, 2022-08-08T17:00"
    })
    void a_term_of_days_leaves_out_the_day_of_receipt_and_ends_when_the_office_closes(
            String received, int days, String due) {
        assertThat(local(shipped().due(at(received), new Term.Days(days)).at())).isEqualTo(due);
    }

    /** Monday 31 August 2026 is swapped for Saturday 22 August (9441/TB-BNV); without that it would be a day less. */
    @Test
    void a_swapped_day_moves_what_lies_across_it() {
        var without = Calendars.with(List.of(
                stated(LocalDate.of(2026, 8, 31), StatedDay.Kind.WITHDRAWN),
                stated(LocalDate.of(2026, 8, 22), StatedDay.Kind.WITHDRAWN)));
        assertThat(local(without.due(at("2026-08-28T09:00"), new Term.Days(3)).at()))
                .isEqualTo("2026-09-04T17:00");
        assertThat(local(without.due(at("2026-08-21T09:00"), new Term.Days(1)).at()))
                .isEqualTo("2026-08-24T17:00");
        assertThat(local(shipped().due(at("2026-08-21T09:00"), new Term.Days(1)).at()))
                .isEqualTo("2026-08-22T17:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-08-08T09:00,  8, 2022-08-09T09:30",
        "2022-08-08T10:30,  1, 2022-08-08T11:30",
        "2022-08-08T10:30,  2, 2022-08-08T14:30",
        "2022-08-08T18:00,  1, 2022-08-09T08:30",
        "2022-08-12T16:30,  1, 2022-08-15T08:00",
        "2022-09-01T09:00,  4, 2022-09-05T11:30"
    })
    void of_a_term_of_hours_only_office_hours_count(String received, int hours, String due) {
        assertThat(local(shipped().due(at(received), new Term.Hours(hours)).at()))
                .isEqualTo(due);
    }

    /** Decree 61/2018, and 118/2025 after it. */
    @ParameterizedTest
    @CsvSource({
        "2022-08-08T15:00, 2022-08-08T17:00, 2022-08-08T17:00",
        "2022-08-08T15:01, 2022-08-09T17:00, 2022-08-09T07:30",
        "2022-08-12T16:00, 2022-08-15T17:00, 2022-08-15T07:30",
        "2022-08-13T09:00, 2022-08-15T17:00, 2022-08-15T07:30"
    })
    void after_three_o_clock_what_is_settled_or_handed_over_at_once_waits_for_the_next_working_day(
            String received, String sameDay, String handedOver) {
        assertThat(local(shipped().due(at(received), new Term.Days(0)).at())).isEqualTo(sameDay);
        assertThat(local(shipped().handOver(at(received)).at())).isEqualTo(handedOver);
        assertThat(shipped().due(at("2022-08-08T15:01"), new Term.Days(1)).at())
                .as("and only that")
                .isEqualTo(at("2022-08-09T17:00"));
    }

    @Test
    void the_steps_say_what_was_counted_and_what_was_not_and_by_which_document() {
        DueTime due = shipped().due(at("2022-08-30T09:00"), new Term.Days(3));
        assertThat(due.steps().stream()
                        .map(step -> step.from() + " " + step.to() + " " + step.kind() + " " + step.total()))
                .containsExactly(
                        "2022-08-30 2022-08-30 DAY_OF_RECEIPT 0",
                        "2022-08-31 2022-08-31 COUNTED 1",
                        "2022-09-01 2022-09-02 NOT_WORKED 1",
                        "2022-09-03 2022-09-04 NOT_WORKED 1",
                        "2022-09-05 2022-09-06 COUNTED 3");
        assertThat(due.steps().get(2).day().kind()).isEqualTo(Kind.HOLIDAY);
        assertThat(due.steps().get(2).ground()).extracting("number").isEqualTo("Thông báo 119/TB-LĐTBXH");
        assertThat(due.provisional()).isFalse();
    }

    @Test
    void a_year_without_a_notice_follows_the_labour_code_and_says_so() {
        WorkingCalendar calendar = shipped();
        assertThat(calendar.provisional(2028)).isTrue();
        // Tết of 2028 is on 26 January: from the day before, five days, the two of the weekend made up for
        assertThat(days(2028, day -> !PublicCalendar.weekend(day) && !calendar.works(day)))
                .startsWith("01-03", "01-25", "01-26", "01-27", "01-28", "01-31");
        assertThat(calendar.day(LocalDate.of(2028, 1, 26)).provisional()).isTrue();
        assertThat(calendar.due(at("2028-07-03T08:00"), new Term.Days(1)).provisional())
                .isTrue();
        assertThat(calendar.due(at("2027-12-29T08:00"), new Term.Days(5)).provisional())
                .isTrue();
        var decided = Calendars.with(List.of(
                stated(LocalDate.of(2028, 1, 24), StatedDay.Kind.HOLIDAY, "tet"),
                stated(LocalDate.of(2028, 9, 4), StatedDay.Kind.HOLIDAY, "national")));
        assertThat(decided.provisional(2028)).isFalse();
        assertThat(decided.works(LocalDate.of(2028, 1, 26)))
                .as("only the days decided")
                .isTrue();
    }

    @Test
    void an_office_that_counts_saturdays_has_them_but_on_holidays() {
        var calendar = Calendars.with(List.of(), "07:30-11:30 13:30-17:00", "07:30-11:30");
        assertThat(local(calendar.due(at("2022-08-05T09:00"), new Term.Days(1)).at()))
                .isEqualTo("2022-08-06T11:30");
        assertThat(calendar.works(LocalDate.of(2022, 4, 30))).isFalse();
        assertThat(calendar.sessions(LocalDate.of(2026, 8, 22)))
                .as("worked in exchange: a whole day")
                .hasSize(2);
    }

    @Test
    void elapsed_working_time_leaves_out_nights_weekends_and_holidays() {
        assertThat(shipped().elapsed(at("2022-08-31T16:00"), at("2022-09-05T08:00")))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(shipped().elapsed(at("2022-09-05T08:00"), at("2022-08-31T16:00")))
                .isEqualTo(Duration.ZERO);
        assertThat(shipped().workingDays(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31)))
                .isEqualTo(249);
    }

    @ParameterizedTest
    @CsvSource({"7:30-11:30,true", "07:30 – 11:30; 13:30-17:00,true", "'',true", "11:30-07:30,false"})
    void hours_are_read_as_people_write_them(String text, boolean understood) {
        assertThat(OfficeHours.read(text).isPresent()).isEqualTo(understood);
        for (String odd : List.of("7-11", "07:30-11:30 11:00-12:00", "25:00-26:00", "sáng", "07:30-11:30 x"))
            assertThat(OfficeHours.read(odd)).as(odd).isEmpty();
    }
}
