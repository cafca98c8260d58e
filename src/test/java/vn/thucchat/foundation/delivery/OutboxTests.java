package vn.thucchat.foundation.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.thucchat.foundation.delivery.DeliveryChannel.Attempt;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.StoreTest;

/** What an act writes to the outbox is delivered once, whoever dies on the way; nothing is lost. */
@NullMarked
class OutboxTests extends StoreTest {

    /** A process of the platform: a dispatcher with a channel that does what the test wants. */
    private final class Node implements DeliveryChannel {
        private final List<String> delivered = new CopyOnWriteArrayList<>();
        private final Function<OutboxMessage, Attempt> answer;
        private final OutboxDispatcher dispatcher;

        Node(Function<OutboxMessage, Attempt> answer) {
            this.answer = answer;
            dispatcher = new OutboxDispatcher(store, List.of(this, inbox), new JdbcTransactionManager(pool), clock);
            processes.add(this);
            dispatcher.start();
        }

        @Override
        public String name() {
            return "test";
        }

        @Override
        public Attempt deliver(OutboxMessage message) {
            delivered.add(message.payload());
            return answer.apply(message);
        }
    }

    private static final Sort<PoisonList.Order> OLDEST = new Sort<>(PoisonList.Order.SINCE, false);

    private final MovableClock clock = new MovableClock();
    private final List<Node> processes = new ArrayList<>();
    private OutboxStore store;
    private InboxStore messages;
    private Outbox outbox;
    private HandOverStore ledger;
    private PoisonStore poison;
    private HandOvers handOvers;
    private Inbox inbox;

    @BeforeEach
    void open() {
        jdbc.sql("TRUNCATE delivery.outbox_message, delivery.inbox_message").update();
        store = new OutboxStore(jdbc);
        messages = new InboxStore(jdbc);
        outbox = new Outbox(store, _ -> {}, clock);
        ledger = new HandOverStore(jdbc);
        poison = new PoisonStore(jdbc);
        handOvers = new HandOvers(ledger, clock);
        inbox = new Inbox(
                messages,
                outbox,
                handOvers,
                new JdbcTransactionManager(pool),
                clock,
                CrashingOutbox.nobody(),
                CrashingOutbox.nothing());
        clock.moveTo(Instant.parse("2026-11-30T02:00:00Z"));
    }

    @AfterEach
    void stop() {
        processes.forEach(process -> process.dispatcher.stop());
    }

    @Test
    void what_was_rolled_back_never_leaves_and_what_was_committed_leaves_once() {
        var process = new Node(OutboxTests::takes);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    write("undone");
                    throw new IllegalStateException("the act failed after it");
                }))
                .hasMessage("the act failed after it");
        send("done");
        until(() -> state("DELIVERED") == 1);
        assertThat(process.delivered).containsExactly("done");
        LockSupport.parkNanos(Duration.ofMillis(1_200).toNanos());
        assertThat(process.delivered).as("nor later").containsExactly("done");
    }

    @Test
    void two_processes_deliver_each_message_once() {
        for (int i = 0; i < 300; i++) send("m" + i);
        var first = new Node(OutboxTests::takes);
        var second = new Node(OutboxTests::takes);
        until(() -> state("DELIVERED") == 300);
        var all = new ArrayList<>(first.delivered);
        all.addAll(second.delivered);
        assertThat(all).hasSize(300);
        assertThat(new HashSet<>(all)).hasSize(300);
    }

    @Test
    void what_waits_leaves_in_its_time_and_what_is_put_off_counts_no_failure() {
        Instant evening = clock.instant().plus(Duration.ofHours(9));
        var deferred = new java.util.concurrent.atomic.AtomicInteger();
        var process = new Node(message -> deferred.getAndIncrement() == 0
                ? new DeliveryChannel.Attempt.Deferred(evening.plus(Duration.ofHours(9)))
                : takes(message));
        transactions.executeWithoutResult(_ -> outbox.sendLater("test", "someone", "host", "later", evening));
        LockSupport.parkNanos(Duration.ofMillis(1_200).toNanos());
        assertThat(deferred).hasValue(0);
        clock.moveTo(evening);
        until(() -> deferred.get() == 1);
        LockSupport.parkNanos(Duration.ofMillis(1_200).toNanos());
        assertThat(jdbc.sql("SELECT attempts FROM delivery.outbox_message")
                        .query(Integer.class)
                        .single())
                .isZero();
        clock.moveTo(evening.plus(Duration.ofHours(9)));
        until(() -> state("DELIVERED") == 1);
        assertThat(process.delivered).containsExactly("later", "later");
    }

    @Test
    void one_message_to_many_persons_is_one_each() {
        var people = List.of(UUID.randomUUID(), UUID.randomUUID());
        List<UUID> ids = Objects.requireNonNull(
                transactions.execute(_ -> inbox.send(people, "work.due", "nav.inbox", List.of("một"), "/inbox", null)));
        assertThat(ids).doesNotHaveDuplicates().hasSize(2);
        assertThat(jdbc.sql("SELECT recipient FROM delivery.outbox_message ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(people.stream().map(UUID::toString).toList());
        assertThat(transactions.<List<UUID>>execute(
                        _ -> inbox.send(List.of(), "work.due", "nav.inbox", List.of(), "/inbox", null)))
                .isEmpty();
    }

    /** The message is in the inbox, and nobody noted it: the next process hands it over again. */
    @Test
    void a_process_that_dies_between_handing_over_and_noting_leaves_one_message_in_the_inbox() {
        UUID person = UUID.randomUUID();
        var dying = new OutboxDispatcher(
                store,
                List.of(new DeliveryChannel() {
                    @Override
                    public String name() {
                        return "inbox";
                    }

                    @Override
                    public Attempt deliver(OutboxMessage message) {
                        inbox.deliver(message);
                        throw new Killed();
                    }
                }),
                new JdbcTransactionManager(pool),
                clock);
        transactions.executeWithoutResult(
                _ -> inbox.send(person, "work.due", "nav.inbox", List.of("một", "hai"), "/inbox", null));
        dying.takeDue();
        until(() -> messages.countUnseen(person, 10) == 1);
        assertThat(state("WAITING")).as("handed over, and not noted").isEqualTo(1);

        var living = new Node(OutboxTests::takes);
        LockSupport.parkNanos(Duration.ofMillis(1_200).toNanos());
        assertThat(state("WAITING")).as("the lease is another's").isEqualTo(1);
        clock.moveTo(clock.instant().plus(OutboxDispatcher.LEASE).plusSeconds(1));
        until(() -> state("DELIVERED") == 1);
        assertThat(living.delivered).isEmpty();
        assertThat(messages.list(person, InboxStore.LAST, 10)).singleElement().satisfies(message -> {
            assertThat(message.arguments()).containsExactly("một", "hai");
            assertThat(message.seen()).isFalse();
        });
    }

    @Test
    void a_process_that_comes_back_after_its_lease_changes_nothing() {
        send("slow");
        Instant now = clock.instant();
        var lease = store.claimDue(now, false, java.util.Set.of(), now.plusSeconds(1), 10)
                .getFirst();
        var later = store.claimDue(now.plusSeconds(2), false, java.util.Set.of(), now.plusSeconds(99), 10)
                .getFirst();
        assertThat(store.fail(lease, now, "late")).isFalse();
        assertThat(store.delivered(lease, now)).isFalse();
        assertThat(store.delivered(later, now)).isTrue();
        assertThat(store.delivered(later, now)).isFalse();
    }

    @Test
    void what_fails_is_tried_for_days_and_then_waits_in_the_poison_list_for_a_person() {
        var process = new Node(_ -> {
            throw new IllegalStateException("down");
        });
        send("unlucky");
        until(() -> state("WAITING") == 1 && attempts() == 1);
        Instant began = clock.instant();
        for (int failures = 2; failures <= 9; failures++) {
            int expected = failures;
            clock.moveTo(nextAt().plusMillis(1));
            process.dispatcher.takeDue();
            until(() -> attempts() == expected);
        }
        clock.moveTo(nextAt().plusMillis(1));
        process.dispatcher.takeDue();
        until(() -> state("POISONED") == 1);
        assertThat(Duration.between(began, clock.instant())).isBetween(Duration.ofHours(75), Duration.ofHours(84));
        assertThat(process.delivered).hasSize(10);
        process.dispatcher.stop();

        PoisonList.Entry entry = poisoned().getFirst();
        assertThat(entry.lastError()).contains("down");
        assertThat(entry.attempts()).isEqualTo(10);
        var mended = new Node(OutboxTests::takes);
        assertThat(poison.retry(entry.recipient(), entry.id(), clock.instant())).isTrue();
        until(() -> state("DELIVERED") == 1);
        assertThat(mended.delivered).containsExactly("unlucky");
        assertThat(poison.retry(entry.recipient(), entry.id(), clock.instant())).isFalse();
        assertThat(poisoned()).isEmpty();
    }

    @Test
    void a_channel_rejects_for_good_and_one_that_asks_for_time_gets_it() {
        new Node(message -> message.payload().equals("bad")
                ? new Attempt.Rejected("no such person")
                : new Attempt.Failed("busy", Duration.ofHours(2)));
        send("bad");
        until(() -> state("POISONED") == 1);
        assertThat(poisoned().getFirst().lastError()).isEqualTo("no such person");
        send("busy");
        until(() -> state("WAITING") == 1 && attempts() == 1);
        assertThat(nextAt()).isAfter(clock.instant().plus(Duration.ofMinutes(119)));
    }

    @Test
    void a_host_that_hangs_does_not_hold_up_the_others() {
        var hangs = new CountDownLatch(1);
        var process = new Node(message -> {
            while (message.payload().startsWith("hangs") && hangs.getCount() > 0) LockSupport.parkNanos(10_000_000);
            return new Attempt.Delivered();
        });
        for (int i = 0; i < 250; i++) send("hangs" + i, "hanging.example", null);
        until(() -> process.delivered.size() >= 50);
        send("other", "other.example", null);
        until(() -> state("DELIVERED") == 1);
        assertThat(process.delivered).contains("other");
        hangs.countDown();
        until(() -> state("DELIVERED") == 251);
        assertThat(new HashSet<>(process.delivered)).hasSize(251);
    }

    /** A hundred at each look would take a quarter of a minute. */
    @Test
    void a_backlog_for_one_host_does_not_wait_for_the_next_look() {
        transactions.executeWithoutResult(_ -> {
            for (int i = 0; i < 1_500; i++) write("m" + i);
        });
        var process = new Node(OutboxTests::takes);
        until(() -> state("DELIVERED") == 1_500);
        assertThat(process.delivered).hasSize(1_500);
    }

    @Test
    void the_ledger_knows_what_is_expected_seen_and_overdue() {
        Instant due = clock.instant().plus(Duration.ofHours(1));
        UUID seen = send("seen", "host", due);
        UUID overdue = send("overdue", "host", due);
        send("nobody asks when", "host", null);
        assertThat(overdue()).as("not due yet").isEmpty();
        assertThat(handOvers.seen("somebody", seen)).isTrue();
        assertThat(handOvers.seen("somebody", seen)).isFalse();
        clock.moveTo(due.plusSeconds(1));
        assertThat(overdue()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(overdue);
            assertThat(entry.deliveredAt()).isNull();
        });
        new Node(OutboxTests::takes);
        until(() -> state("DELIVERED") == 3);
        assertThat(overdue().getFirst().deliveredAt())
                .as("delivered is not seen")
                .isNotNull();
    }

    @Test
    void what_is_not_delivered_is_counted_and_its_age_measured() {
        assertThat(store.backlog(clock.instant())).isEqualTo(new OutboxMeters.Backlog(0, 0, 0, 0, 0, 0));
        send("first", "host", clock.instant().plusSeconds(30));
        clock.moveTo(clock.instant().plusSeconds(40));
        UUID second = send("second");
        clock.moveTo(clock.instant().plusSeconds(20));
        OutboxMeters.Backlog untried = store.backlog(clock.instant());
        long age = untried.waitingSeconds();
        assertThat(age).isBetween(60L, 70L);
        assertThat(untried).isEqualTo(new OutboxMeters.Backlog(2, age, 0, 0, 0, 1));

        var process = new Node(message -> switch (message.payload()) {
            case "first" -> new Attempt.Failed("busy", null);
            default -> new Attempt.Rejected("no such person");
        });
        until(() -> state("POISONED") == 1 && attempts() == 1);
        process.dispatcher.stop();
        OutboxMeters.Backlog tried = store.backlog(clock.instant());
        long failingAge = tried.failingSeconds();
        assertThat(failingAge).isBetween(age, age + 20);
        assertThat(tried).isEqualTo(new OutboxMeters.Backlog(0, 0, 1, failingAge, 1, 1));
        assertThat(poison.find(second))
                .hasValueSatisfying(entry -> assertThat(entry.lastError()).isEqualTo("no such person"));
        assertThat(poison.list(OLDEST, "", Cursor.read(Cursor.of(second)), 10))
                .as("none after it")
                .isEmpty();
    }

    private List<HandOver> overdue() {
        return ledger.unseen(Instant.EPOCH, clock.instant(), "", Instant.EPOCH, new UUID(0, 0), 10);
    }

    private List<PoisonList.Entry> poisoned() {
        return poison.list(OLDEST, "", Cursor.START, 10);
    }

    private static Attempt takes(OutboxMessage message) {
        return new Attempt.Delivered();
    }

    /** As a process that ends without a word. */
    private static final class Killed extends Error {}

    private UUID send(String payload) {
        return send(payload, "host", null);
    }

    private UUID send(String payload, String host, @Nullable Instant due) {
        return java.util.Objects.requireNonNull(
                transactions.execute(_ -> outbox.send("test", "somebody", host, payload, due)));
    }

    private void write(String payload) {
        outbox.send("test", "somebody", "host", payload, null);
    }

    private int state(String state) {
        return jdbc.sql("SELECT count(*) FROM delivery.outbox_message WHERE state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    private int attempts() {
        return jdbc.sql("SELECT coalesce(max(attempts), 0) FROM delivery.outbox_message WHERE state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    private Instant nextAt() {
        return jdbc.sql("SELECT next_at FROM delivery.outbox_message WHERE state = 'WAITING'")
                .query((row, _) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }

    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < end) LockSupport.parkNanos(10_000_000);
        assertThat(reached.getAsBoolean()).isTrue();
    }
}
