package vn.thucchat.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.calendar.Calendars.stated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;
import vn.thucchat.foundation.database.BusinessTime;

/** What holds of every deadline. */
@NullMarked
class WorkingCalendarPropertyTests {

    private static final WorkingCalendar OFFICE = Calendars.shipped();
    private static final WorkingCalendar WITH_SATURDAYS =
            Calendars.with(List.of(), "07:00-11:30 13:00-16:30", "07:30-11:30");

    @Property(tries = 300)
    void what_is_received_later_or_takes_longer_is_never_due_earlier(
            @ForAll("instants") Instant received,
            @ForAll @IntRange(max = 5000) int laterMinutes,
            @ForAll("terms") Term term,
            @ForAll("offices") WorkingCalendar office) {
        Instant due = office.due(received, term).at();
        assertThat(office.due(received.plus(Duration.ofMinutes(laterMinutes)), term)
                        .at())
                .isAfterOrEqualTo(due);
        Term longer = switch (term) {
            case Term.Days(int days) -> new Term.Days(days + 1);
            case Term.Hours(int hours) -> new Term.Hours(hours + 1);
        };
        assertThat(office.due(received, longer).at()).isAfterOrEqualTo(due);
    }

    @Property(tries = 300)
    void two_terms_one_after_the_other_are_due_as_their_sum(
            @ForAll("instants") Instant received,
            @ForAll @IntRange(min = 1, max = 60) int first,
            @ForAll @IntRange(min = 1, max = 60) int second,
            @ForAll("offices") WorkingCalendar office) {
        Instant days = office.due(received, new Term.Days(first)).at();
        assertThat(office.due(days, new Term.Days(second)).at())
                .isEqualTo(office.due(received, new Term.Days(first + second)).at());
        Instant hours = office.due(received, new Term.Hours(first)).at();
        assertThat(office.due(hours, new Term.Hours(second)).at())
                .isEqualTo(office.due(received, new Term.Hours(first + second)).at());
    }

    @Property(tries = 300)
    void from_the_receipt_to_the_due_time_lies_the_whole_term(
            @ForAll("instants") Instant received,
            @ForAll @IntRange(min = 1, max = 120) int count,
            @ForAll("offices") WorkingCalendar office) {
        DueTime days = office.due(received, new Term.Days(count));
        assertThat(office.workingDays(BusinessTime.day(received).plusDays(1), BusinessTime.day(days.at())))
                .isEqualTo(count);
        assertThat(days.steps().getLast().total()).isEqualTo(count);
        DueTime hours = office.due(received, new Term.Hours(count));
        assertThat(office.elapsed(received, hours.at())).isEqualTo(Duration.ofHours(count));
        assertThat(hours.steps().getLast().total()).isEqualTo(count * 60L);
    }

    @Property(tries = 200)
    void the_steps_follow_each_other_without_a_gap_to_the_day_that_is_due(
            @ForAll("instants") Instant received,
            @ForAll("terms") Term term,
            @ForAll("offices") WorkingCalendar office) {
        DueTime due = office.due(received, term);
        LocalDate next = BusinessTime.day(received);
        for (DueTime.Step step : due.steps()) {
            assertThat(step.from()).isEqualTo(next);
            next = step.to().plusDays(1);
        }
        assertThat(next.minusDays(1)).isEqualTo(BusinessTime.day(due.at()));
    }

    @Property(tries = 60)
    void a_day_that_becomes_a_holiday_brings_nothing_forward(
            @ForAll("instants") Instant received,
            @ForAll @IntRange(max = 90) int away,
            @ForAll("holidays") String holiday,
            @ForAll("terms") Term term) {
        LocalDate free = BusinessTime.day(received).plusDays(away);
        var office = Calendars.with(List.of(stated(free, StatedDay.Kind.HOLIDAY, holiday)));
        assertThat(office.works(free)).isFalse();
        // what was a day off before does not become one: a later document may take a holiday's name from its day, and
        // with
        // the name what is made up for it
        if (!OFFICE.works(free)) return;
        // the first day that a notice names for Tết or National Day takes the place of what the law supposed
        if (OFFICE.provisional(free.getYear()) && !holiday.isEmpty()) return;
        assertThat(office.due(received, term).at())
                .isAfterOrEqualTo(OFFICE.due(received, term).at());
    }

    @Provide
    Arbitrary<Instant> instants() {
        Instant first =
                LocalDate.of(2020, 12, 1).atStartOfDay(BusinessTime.VIETNAM).toInstant();
        return Arbitraries.longs()
                .between(0, 9L * 366 * 24 * 60)
                .map(minutes -> first.plus(Duration.ofMinutes(minutes)));
    }

    @Provide
    Arbitrary<Term> terms() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 60).map(Term.Days::new),
                Arbitraries.integers().between(1, 200).map(Term.Hours::new));
    }

    @Provide
    Arbitrary<WorkingCalendar> offices() {
        return Arbitraries.of(OFFICE, WITH_SATURDAYS);
    }

    @Provide
    Arbitrary<String> holidays() {
        return Arbitraries.of("", "tet", "national", "victory", "culture");
    }
}
