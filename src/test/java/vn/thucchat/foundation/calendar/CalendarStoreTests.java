package vn.thucchat.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

@NullMarked
class CalendarStoreTests extends StoreTest {

    private static final UUID SOMEBODY = new UUID(1, 1);

    private CalendarStore store;

    @BeforeEach
    void empty() {
        rewritable("calendar.stated_day", "calendar.stated_hours");
        jdbc.sql("TRUNCATE calendar.stated_day, calendar.stated_hours").update();
        store = new CalendarStore(jdbc, TestTime.CLOCK);
    }

    @Test
    void what_is_stated_comes_back_in_the_order_in_which_it_was_recorded() {
        Instant at = TestTime.now().truncatedTo(ChronoUnit.MILLIS);
        var day = new StatedDay(
                LocalDate.of(2030, 2, 4), StatedDay.Kind.HOLIDAY, "tet", "Tết", Calendars.INVENTED, false, at);
        var withdrawn = new StatedDay(
                LocalDate.of(2030, 2, 4), StatedDay.Kind.WITHDRAWN, "", "Nhầm", Calendars.INVENTED, false, at);
        store.add(day, SOMEBODY);
        store.add(withdrawn, SOMEBODY);
        assertThat(store.days()).containsExactly(day, withdrawn);
        var hours = new StatedHours(
                new UnitCode("19"),
                LocalDate.of(2026, 1, 1),
                Calendars.hours("07:30-11:30 13:00-17:00", "07:30-11:30"),
                Calendars.INVENTED,
                true,
                false,
                at);
        var noMore = new StatedHours(
                new UnitCode("19"), LocalDate.of(2027, 1, 1), null, Calendars.INVENTED, false, false, at);
        store.add(hours, SOMEBODY);
        store.add(noMore, SOMEBODY);
        assertThat(store.hours()).containsExactly(hours, noMore);
        assertThat(store.size()).isEqualTo(4);
    }

    @Test
    void what_a_release_brings_is_taken_once_and_later_releases_change_nothing_promised_before() {
        var shipped = new ShippedCalendar(store, TestTime.CLOCK, new JdbcTransactionManager(pool));
        shipped.take();
        assertThat(store.days()).containsExactlyInAnyOrderElementsOf(ShippedFiles.notices());
        assertThat(store.hours()).containsExactlyElementsOf(ShippedFiles.hours());
        long size = store.size();
        shipped.take();
        assertThat(store.size()).isEqualTo(size);
        // an installation that ran before this year's notice was in a release
        jdbc.sql("DELETE FROM calendar.stated_day WHERE day >= '2027-01-01'").update();
        Instant before = TestTime.now().minus(Duration.ofMinutes(1));
        shipped.take();
        assertThat(store.days())
                .filteredOn(one -> one.day().getYear() == 2027)
                .hasSize(7)
                .allMatch(one -> one.knownAt().isAfter(before));
    }
}
