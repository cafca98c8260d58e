package vn.thucchat.foundation.notify.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** A notice is planned once, moves while it is on its way and ends once. */
@NullMarked
class NoticeStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void a_notice_is_planned_once_moves_and_ends_once() {
        var store = new NoticeStore(jdbc);
        Notice notice = notice();
        assertThat(store.insert(notice)).isTrue();
        assertThat(store.insert(notice)).isFalse();
        assertThat(store.find(notice.account(), notice.id())).contains(notice);
        assertThat(store.find(notice.id())).contains(notice);
        assertThat(store.of(notice.account(), List.of(notice.id(), UUID.randomUUID())))
                .containsExactly(notice);
        assertThat(store.of(UUID.randomUUID(), List.of(notice.id())))
                .as("another's")
                .isEmpty();
        assertThat(store.move(notice, Medium.SMS)).isTrue();
        assertThat(store.move(notice, Medium.SMS)).as("there already").isFalse();
        assertThat(store.end(notice, Notice.State.SENT, NOW)).isTrue();
        assertThat(store.end(notice, Notice.State.UNREACHED, NOW)).isFalse();
        assertThat(store.move(notice, Medium.EMAIL)).as("ended").isFalse();
        assertThat(store.list(Notice.State.SENT, new UUID(-1, -1), 10))
                .extracting(Notice::id)
                .containsExactly(notice.id());
        assertThat(store.list(Notice.State.SENT, notice.id(), 10)).isEmpty();
    }

    private static Notice notice() {
        return new Notice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "work.chased",
                Notice.State.PLANNED,
                Medium.EMAIL,
                NOW,
                NOW.plus(Duration.ofDays(1)),
                null);
    }

    @Test
    void tries_are_kept_and_say_how_a_channel_does_and_of_its_failing_once_a_day() {
        var store = new NoticeStore(jdbc);
        var attempts = new NoticeAttemptStore(jdbc);
        Notice notice = notice();
        store.insert(notice);
        attempts.insert(attempt(notice, 1, Notice.Outcome.POSTPONED, 10));
        attempts.insert(attempt(notice, 2, Notice.Outcome.BROKEN, 20));
        attempts.insert(attempt(notice, 3, Notice.Outcome.ACCEPTED, 30));
        assertThat(attempts.of(notice.account(), notice.id()))
                .extracting(Notice.Attempt::outcome)
                .containsExactly(Notice.Outcome.POSTPONED, Notice.Outcome.BROKEN, Notice.Outcome.ACCEPTED);
        assertThat(attempts.health(NOW)).containsExactly(new ChannelHealth(Medium.EMAIL, 1, 1, 30));
        assertThat(attempts.health(NOW.plusSeconds(60))).isEmpty();
        assertThat(attempts.warn(Medium.EMAIL, TestTime.today())).isTrue();
        assertThat(attempts.warn(Medium.EMAIL, TestTime.today())).isFalse();
        assertThat(attempts.warn(Medium.SMS, TestTime.today())).isTrue();
    }

    private static Notice.Attempt attempt(Notice notice, int number, Notice.Outcome outcome, int seconds) {
        return new Notice.Attempt(
                notice.account(), notice.id(), Medium.EMAIL, number, outcome, "250 ok", NOW.plusSeconds(seconds));
    }
}
