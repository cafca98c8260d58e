package vn.thucchat.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.foundation.calendar.Calendars.at;
import static vn.thucchat.foundation.calendar.Calendars.local;
import static vn.thucchat.foundation.calendar.Calendars.stated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.calendar.WorkClock.Event;
import vn.thucchat.foundation.calendar.WorkClock.State;

/** The clock of a dossier that waits for its citizen, is taken up anew, and is extended. */
@NullMarked
class WorkClockTests {

    private static final String GROUND = "Nghị định 118/2025/NĐ-CP";
    private static final WorkingCalendar OFFICE = Calendars.shipped();
    private static final WorkClock CLOCK = WorkClock.started(at("2022-08-08T09:00"), new Term.Days(5), GROUND);

    @Test
    void a_pause_moves_the_due_time_by_its_working_time() {
        var clock = CLOCK.with(new Event.Paused(at("2022-08-10T08:30"), GROUND))
                .with(new Event.Resumed(at("2022-08-11T10:30"), GROUND));
        // 6.5 hours of Wednesday and 3 of Thursday, from the closing of Monday 15 August on
        var reading = clock.read(OFFICE, at("2022-08-11T11:30"));
        assertThat(local(reading.due())).isEqualTo("2022-08-17T09:30");
        assertThat(reading.ticks().stream().map(tick -> tick.counts() + " " + tick.working()))
                .containsExactly("true PT14H30M", "false PT9H30M", "true PT1H");
        assertThat(reading.used()).isEqualTo(Duration.ofMinutes(930));
        assertThat(reading.late()).isFalse();
    }

    @Test
    void while_it_pauses_the_due_time_moves_on_and_a_late_one_stays_late() {
        var paused = CLOCK.with(new Event.Paused(at("2022-08-10T08:30"), GROUND));
        assertThat(local(paused.read(OFFICE, at("2022-08-10T10:30")).due())).isEqualTo("2022-08-16T09:30");
        assertThat(paused.read(OFFICE, at("2022-12-01T08:00")).late()).isFalse();
        var late = CLOCK.with(new Event.Paused(at("2022-08-16T08:30"), GROUND))
                .with(new Event.Resumed(at("2022-08-18T08:30"), GROUND));
        assertThat(local(late.read(OFFICE, at("2022-08-18T08:30")).due())).isEqualTo("2022-08-15T17:00");
        assertThat(late.read(OFFICE, at("2022-08-18T08:30")).late()).isTrue();
    }

    @Test
    void a_restart_begins_from_nothing_and_an_extension_leaves_the_first_due_time_known() {
        var clock = CLOCK.with(new Event.Paused(at("2022-08-10T08:30"), GROUND))
                .with(new Event.Restarted(at("2022-08-22T08:30"), new Term.Days(5), GROUND))
                .with(new Event.Extended(at("2022-08-26T08:30"), new Term.Days(2), GROUND))
                .with(new Event.Finished(at("2022-08-30T09:00"), GROUND));
        var reading = clock.read(OFFICE, at("2022-09-30T09:00"));
        assertThat(local(reading.due())).isEqualTo("2022-08-31T17:00");
        assertThat(local(reading.dueWithoutExtensions())).isEqualTo("2022-08-29T17:00");
        assertThat(reading.extensions()).isEqualTo(1);
        assertThat(reading.state()).isEqualTo(State.FINISHED);
        assertThat(reading.late()).isFalse();
        assertThat(reading.used()).isEqualTo(OFFICE.elapsed(at("2022-08-22T08:30"), at("2022-08-30T09:00")));
    }

    @Test
    void what_was_promised_can_be_read_again_when_the_calendar_has_changed() {
        Instant then = at("2022-08-09T08:00");
        var later = Calendars.with(List.of(stated(LocalDate.of(2022, 8, 12), StatedDay.Kind.HOLIDAY)));
        var clock = CLOCK.with(new Event.Extended(at("2022-08-10T08:00"), new Term.Days(1), GROUND));
        assertThat(local(clock.until(then).orElseThrow().read(OFFICE, then).due()))
                .isEqualTo("2022-08-15T17:00");
        assertThat(local(clock.read(later, at("2022-08-10T08:00")).due())).isEqualTo("2022-08-17T17:00");
        assertThat(clock.until(at("2022-08-08T08:00"))).isEmpty();
    }

    @Test
    void only_what_the_state_allows_can_happen() {
        var paused = CLOCK.with(new Event.Paused(at("2022-08-10T08:30"), GROUND));
        var finished = paused.with(new Event.Finished(at("2022-08-10T08:31"), GROUND));
        Instant after = at("2022-08-11T08:30");
        for (Event event : List.of(
                new Event.Started(after, new Term.Days(1), GROUND),
                new Event.Paused(after, GROUND),
                new Event.Extended(after, new Term.Days(1), GROUND)))
            assertThatThrownBy(() -> paused.with(event)).isInstanceOf(IllegalArgumentException.class);
        assertThat(State.FINISHED.allowed()).isEmpty();
        assertThatThrownBy(() -> finished.with(new Event.Resumed(after, GROUND)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CLOCK.with(new Event.Resumed(after, GROUND)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CLOCK.with(new Event.Paused(at("2022-08-08T08:59"), GROUND)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> paused.read(OFFICE, at("2022-08-08T10:00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void a_pause_extends_by_exactly_its_working_time(
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll @IntRange(max = 1440) int startsAfter,
            @ForAll @IntRange(max = 40_000) int lasts) {
        Instant start = at("2022-08-26T09:10");
        Instant paused = start.plus(Duration.ofMinutes(startsAfter));
        Instant resumed = paused.plus(Duration.ofMinutes(lasts));
        var plain = WorkClock.started(start, new Term.Days(days), GROUND);
        var clock = plain.with(new Event.Paused(paused, GROUND)).with(new Event.Resumed(resumed, GROUND));
        Instant promised = plain.read(OFFICE, start).due();
        assertThat(OFFICE.elapsed(promised, clock.read(OFFICE, resumed).due()))
                .isEqualTo(paused.isAfter(promised) ? Duration.ZERO : OFFICE.elapsed(paused, resumed));
    }
}
