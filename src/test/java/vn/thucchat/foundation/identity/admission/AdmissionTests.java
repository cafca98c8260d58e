package vn.thucchat.foundation.identity.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.accounts.IdentityTest;
import vn.thucchat.foundation.identity.admission.Admission.Turn;
import vn.thucchat.testing.TestTime;

class AdmissionTests extends IdentityTest {

    private static final SignInOrigin STRANGER = new SignInOrigin("net:192.0.2.7", null);
    private static final AtomicInteger DEVICES = new AtomicInteger();

    private static SignInOrigin comer(boolean known) {
        return known ? new SignInOrigin("net:192.0.2.7", "device " + DEVICES.incrementAndGet()) : STRANGER;
    }

    private final AtomicInteger underway = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private TicketStore store;
    private Admission admission;

    @BeforeEach
    void room() {
        jdbc.sql("DELETE FROM identity.sign_in_ticket").update();
        store = new TicketStore(jdbc);
        underway.set(0);
        admission = process();
    }

    /** A process that looks at ten passwords a second. */
    private Admission process() {
        return new Admission(store, new Capacity(underway::get, () -> 10), transactions, clock, nanos::get);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        nanos.addAndGet(time.toNanos());
    }

    private UUID queued(boolean known) {
        return ((Turn.Later) admission.admitAttempt(null, comer(known))).ticket();
    }

    private int place(UUID ticket) {
        return ((Turn.Later) admission.peek(ticket, STRANGER)).place();
    }

    @Test
    void who_comes_when_there_is_room_has_no_place_and_waits_for_nothing() {
        assertThat(admission.peek(null, STRANGER)).isEqualTo(new Turn.Now());
        assertThat(admission.admitAttempt(null, STRANGER)).isEqualTo(new Turn.Now());
        assertThat(jdbc.sql("SELECT count(*) FROM identity.sign_in_ticket")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void who_came_first_is_first_on_every_process_and_nobody_passes_the_queue() {
        underway.set(50);
        UUID first = queued(false);
        pass(Duration.ofMillis(5));
        UUID second = queued(false);
        assertThat(place(first)).isEqualTo(1);
        assertThat(place(second)).isEqualTo(2);
        underway.set(0);
        assertThat(process().admitAttempt(null, STRANGER))
                .as("there is room, but others wait")
                .isInstanceOf(Turn.Later.class);
        Admission other = process();
        pass(Duration.ofMillis(130));
        assertThat(other.peek(second, STRANGER))
                .as("one may go, and it is the first")
                .isInstanceOf(Turn.Later.class);
        assertThat(other.peek(first, STRANGER)).isEqualTo(new Turn.Now());
        assertThat(((Turn.Later) other.peek(second, STRANGER)).place()).isEqualTo(1);
    }

    @Test
    void a_turn_is_good_for_three_attempts_within_two_minutes() {
        underway.set(50);
        UUID ticket = queued(false);
        underway.set(0);
        pass(Duration.ofSeconds(1));
        for (int i = 0; i < 3; i++)
            assertThat(admission.admitAttempt(ticket, STRANGER)).isEqualTo(new Turn.Now());
        underway.set(50);
        assertThat(admission.admitAttempt(ticket, STRANGER)).as("a fourth").isInstanceOf(Turn.Later.class);
        UUID late = queued(false);
        underway.set(0);
        pass(Duration.ofSeconds(2));
        assertThat(admission.peek(late, STRANGER)).isEqualTo(new Turn.Now());
        pass(Admission.TURN_HOLDS.plusSeconds(1));
        underway.set(50);
        assertThat(admission.admitAttempt(late, STRANGER)).isInstanceOf(Turn.Later.class);
        assertThat(admission.peek(UUID.randomUUID(), STRANGER)).as("made up").isInstanceOf(Turn.Later.class);
    }

    @Test
    void who_went_away_is_passed_over_and_swept_up() {
        underway.set(50);
        UUID gone = queued(false);
        pass(Duration.ofSeconds(100));
        UUID here = queued(false);
        assertThat(place(here)).isEqualTo(1);
        underway.set(0);
        pass(Duration.ofMillis(130));
        assertThat(admission.peek(here, STRANGER)).isEqualTo(new Turn.Now());
        pass(Duration.ofMinutes(14));
        assertThat(admission.sweep()).isEqualTo(1);
        assertThat(store.see(gone, null, now, now)).isEmpty();
    }

    @Test
    void a_flood_of_strangers_keeps_nobody_out_who_was_here_before_nor_is_kept_out_itself() {
        underway.set(50);
        for (int i = 0; i < 40; i++) queued(false);
        var known = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) known.add(queued(true));
        underway.set(0);
        for (int second = 0; second < 6 && !known.isEmpty(); second++) {
            pass(Duration.ofMillis(500));
            known.removeIf(ticket -> admission.peek(ticket, STRANGER) instanceof Turn.Now);
        }
        int strangers = jdbc.sql(
                        "SELECT count(*) FROM identity.sign_in_ticket WHERE NOT known AND admitted_at IS NOT NULL")
                .query(Integer.class)
                .single();
        assertThat(known).hasSizeLessThan(5);
        assertThat(strangers).isBetween(4, 10);
    }

    @Test
    void nobody_is_admitted_while_much_is_to_be_looked_at() {
        underway.set(50);
        UUID ticket = queued(false);
        pass(Duration.ofMinutes(1));
        var later = (Turn.Later) admission.peek(ticket, STRANGER);
        assertThat(later.about()).isPositive();
        assertThat(later.retryAfter()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30));
    }

    @Test
    void who_is_put_off_keeps_the_place_and_the_attempt() {
        underway.set(50);
        UUID first = queued(false);
        pass(Duration.ofMillis(5));
        queued(false);
        underway.set(0);
        pass(Duration.ofMillis(130));
        for (int i = 0; i < 4; i++) {
            assertThat(admission.admitAttempt(first, STRANGER)).isEqualTo(new Turn.Now());
            underway.set(50);
            var back = (Turn.Later) admission.putOff(first, STRANGER);
            assertThat(back.ticket()).isEqualTo(first);
            assertThat(back.place()).isEqualTo(1);
            underway.set(0);
            pass(Duration.ofMillis(130));
        }
        admission.leave(first);
        underway.set(50);
        assertThat(((Turn.Later) admission.putOff(first, STRANGER)).place()).isEqualTo(2);
    }

    @Test
    void opening_the_form_takes_no_room_from_those_who_send_a_password() {
        for (int i = 0; i < 50; i++) assertThat(admission.peek(null, STRANGER)).isEqualTo(new Turn.Now());
        assertThat(admission.admitAttempt(null, STRANGER)).isEqualTo(new Turn.Now());
    }

    @Test
    void a_browser_known_from_before_has_one_place_with_its_own_and_a_network_so_many() {
        underway.set(50);
        UUID stranger = queued(false);
        var phone = new SignInOrigin("net:192.0.2.7", "telephone");
        var place = (Turn.Later) admission.peek(null, phone);
        assertThat(place.place()).as("not behind strangers").isEqualTo(1);
        assertThat(((Turn.Later) admission.admitAttempt(null, phone)).ticket()).isEqualTo(place.ticket());
        admission.peek(stranger, phone);
        assertThat(store.see(stranger, null, now, now).orElseThrow().known())
                .as("the browser has its place")
                .isFalse();
        for (int i = 1; i < 300; i++) queued(false);
        assertThat(admission.peek(null, STRANGER)).isInstanceOf(Turn.Full.class);
        assertThat(admission.peek(null, new SignInOrigin("net:192.0.2.8", null)))
                .isInstanceOf(Turn.Later.class);
        assertThat(admission.peek(null, comer(true))).isInstanceOf(Turn.Later.class);
    }

    /** 200 people at once, and room for two at a time on each of two processes, for 20 ms each. */
    @Test
    void two_hundred_at_once_all_get_in_and_wait_no_second_once_it_is_their_turn() throws Exception {
        InstantSource real = TestTime::now;
        var waits = new ConcurrentLinkedQueue<Long>();
        var processes = new ArrayList<Callable<Void>>();
        for (int process = 0; process < 2; process++) {
            var threads = new Semaphore(2, true);
            var load = new AtomicInteger();
            var one =
                    new Admission(store, new Capacity(load::get, () -> 2 / 0.02), transactions, real, System::nanoTime);
            for (int i = 0; i < 100; i++) processes.add(() -> arrive(one, threads, load, waits));
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : people.invokeAll(processes)) done.get();
        }
        assertThat(waits).hasSize(200).allMatch(millis -> millis < 1000);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.sign_in_ticket")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static @Nullable Void arrive(
            Admission process, Semaphore threads, AtomicInteger load, ConcurrentLinkedQueue<Long> waits)
            throws InterruptedException {
        UUID ticket = null;
        Turn turn = process.admitAttempt(null, STRANGER);
        while (turn instanceof Turn.Later later) {
            ticket = later.ticket();
            Thread.sleep(50);
            turn = process.peek(ticket, STRANGER);
            if (turn instanceof Turn.Now) turn = process.admitAttempt(ticket, STRANGER);
        }
        long begun = System.nanoTime();
        load.incrementAndGet();
        threads.acquire();
        waits.add((System.nanoTime() - begun) / 1_000_000);
        Thread.sleep(20);
        threads.release();
        load.decrementAndGet();
        if (ticket != null) process.leave(ticket);
        return null;
    }
}
