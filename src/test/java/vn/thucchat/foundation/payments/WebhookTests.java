package vn.thucchat.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Persons;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** What comes in is told to whoever listens: in order, signed, once or more often, whatever the receiver does. */
@ApplicationTest
@NullMarked
class WebhookTests {

    private static final Actor TRADER = Persons.a(Role.TRADER, "05437");

    private final Office office;
    private final Webhooks webhooks;
    private final WebhookStore store;
    private final MovableClock clock;
    private final TillSoftware till = new TillSoftware();
    private ReceivingAccount account;
    private Webhook webhook;

    WebhookTests(@Autowired ApplicationContext application, @Autowired MovableClock clock) {
        this.clock = clock;
        office = new Office(application);
        webhooks = office.the(Webhooks.class);
        store = office.the(WebhookStore.class);
        account = office.account();
        webhook = added(till);
    }

    @BeforeEach
    void now() {
        clock.moveTo(Instant.now());
    }

    @AfterEach
    void close() {
        webhooks.of(List.of(account.number())).forEach(one -> webhooks.end(TRADER, one));
        till.close();
        clock.moveTo(Instant.now());
    }

    @Test
    void a_payment_is_told_within_a_second_and_says_nothing_of_the_payer() {
        Payable asked = office.ask(account, 35_000);
        long began = System.nanoTime();
        Movement movement = office.hear(account, 35_000, "NGUYEN VAN A " + asked.code());
        till.waitFor(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));

        var message = till.messages().getFirst();
        assertThat(message.genuine()).isTrue();
        assertThat(message.id()).isEqualTo(movement.id().toString());
        assertThat(message.body().path("type").asString()).isEqualTo("payment.received");
        assertThat(message.body().path("timestamp").asString())
                .isEqualTo(movement.at().toString());
        var data = message.body().path("data");
        assertThat(data.propertyNames())
                .containsExactly(
                        "id",
                        "number",
                        "account",
                        "amountVnd",
                        "at",
                        "receivedAt",
                        "outcome",
                        "referenceCode",
                        "words",
                        "synthetic");
        assertThat(data.path("account").path("number").asString()).isEqualTo(account.account());
        assertThat(data.path("outcome").asString()).isEqualTo("MATCHED");
        assertThat(data.path("referenceCode").asString()).isEqualTo(asked.code());
        assertThat(data.path("words").asString()).isEqualTo("Đã nhận ba mươi lăm nghìn đồng");
        assertThat(message.body().toString()).doesNotContain("NGUYEN");

        TillSoftware.until(() -> !webhooks.deliveries(webhook).isEmpty());
        assertThat(webhooks.deliveries(webhook)).singleElement().satisfies(delivery -> {
            assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.TAKEN);
            assertThat(delivery.status()).isEqualTo(200);
            assertThat(delivery.number()).isEqualTo(1);
        });
        TillSoftware.until(() -> current().waiting() == 0);
        assertThat(current().position()).isEqualTo(1);
    }

    @Test
    void what_comes_before_is_not_told_and_what_goes_out_is_passed_over() {
        ReceivingAccount other = office.account();
        office.hear(other, 1_000, "before");
        try (var theirs = new TillSoftware()) {
            added(other, theirs);
            office.hear(other, Teller.sepay(other.account()).amount(7_000).with("transferType", "out"));
            office.hear(other, 2_000, "after");
            theirs.waitFor(1);
            assertThat(theirs.amounts()).containsExactly(2_000L);
            assertThat(till.messages()).isEmpty();
        }
    }

    @Test
    void a_receiver_that_is_down_is_told_all_of_it_in_order_when_it_is_up_again() {
        till.answer(500);
        office.hear(account, 1_000, "");
        failedTimes(1);
        assertThat(current().nextAt())
                .isBetween(clock.instant(), clock.instant().plusSeconds(6));
        for (int i = 2; i <= 120; i++) office.hear(account, i * 1_000L, "");
        for (int failures = 2; failures <= 4; failures++) {
            skipTo(current());
            failedTimes(failures);
        }
        assertThat(till.amounts())
                .as("the first stands in the way of the others")
                .containsExactly(1_000L);
        assertThat(current().waiting()).isEqualTo(120);
        assertThat(current().failingSince()).isBefore(clock.instant().minus(Duration.ofMinutes(35)));

        till.answer(204);
        skipTo(current());
        till.waitFor(4 + 120);
        assertThat(till.amounts()).isEqualTo(thousands(120));
        TillSoftware.until(() -> current().waiting() == 0);
        assertThat(current().failing()).isFalse();
        assertThat(webhooks.deliveries(webhook)).hasSize(50);
        assertThat(webhooks.deliveries(webhook))
                .extracting(Delivery::number)
                .startsWith(120L, 119L, 118L)
                .endsWith(71L);
    }

    @Test
    void after_three_days_it_is_paused_and_resuming_tells_all_that_was_missed() {
        till.answer(503);
        office.hear(account, 1_000, "");
        failedTimes(1);
        Instant began = clock.instant();
        for (int failures = 2; failures <= 9; failures++) {
            skipTo(current());
            failedTimes(failures);
        }
        skipTo(current());
        TillSoftware.until(() -> current().state() == Webhook.State.PAUSED);
        assertThat(current().reason()).isEqualTo(Webhook.Reason.FAILING);
        assertThat(current().troubled()).isTrue();
        assertThat(Duration.between(began, clock.instant())).isBetween(Duration.ofHours(75), Duration.ofHours(84));
        assertThat(till.messages()).hasSize(10);

        office.hear(account, Teller.sepay(account.account()).amount(2_000).signedAt(clock.instant()));
        till.answer(200);
        assertThat(webhooks.resume(TRADER, current())).isTrue();
        till.waitFor(12);
        assertThat(till.amounts()).containsExactly(1_000L, 2_000L);
        TillSoftware.until(() -> current().waiting() == 0);
        assertThat(webhooks.resume(TRADER, current()))
                .as("there is nothing to go on with")
                .isFalse();
    }

    @Test
    void a_receiver_that_is_gone_pauses_it_at_once_and_one_that_asks_for_time_gets_it() {
        till.answer(429, "Retry-After", "7200");
        office.hear(account, 1_000, "");
        failedTimes(1);
        assertThat(current().nextAt()).isAfter(clock.instant().plus(Duration.ofMinutes(119)));

        till.answer(410);
        assertThat(webhooks.resume(TRADER, current())).isTrue();
        TillSoftware.until(() -> current().state() == Webhook.State.PAUSED);
        assertThat(current().reason()).isEqualTo(Webhook.Reason.GONE);
        assertThat(webhooks.deliveries(webhook))
                .extracting(Delivery::outcome)
                .containsExactly(Delivery.Outcome.GONE, Delivery.Outcome.BUSY);
    }

    @Test
    void a_redirect_is_not_followed() {
        try (var elsewhere = new TillSoftware()) {
            till.answer(307, "Location", elsewhere.url());
            office.hear(account, 1_000, "");
            failedTimes(1);
            assertThat(elsewhere.messages()).isEmpty();
            assertThat(webhooks.deliveries(webhook).getFirst().outcome()).isEqualTo(Delivery.Outcome.MOVED);
        }
    }

    @Test
    void a_slow_receiver_keeps_neither_others_nor_the_bank_waiting() {
        till.slow(Duration.ofSeconds(8));
        ReceivingAccount other = office.account();
        try (var theirs = new TillSoftware()) {
            added(other, theirs);
            office.hear(account, 1_000, "");
            long began = System.nanoTime();
            for (int i = 1; i <= 20; i++) office.hear(other, i * 1_000L, "");
            theirs.waitFor(20);
            assertThat(theirs.amounts()).isEqualTo(thousands(20));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
            assertThat(till.messages()).isEmpty();
        }
        till.waitFor(1);
    }

    @Test
    void pausing_keeps_what_comes_and_ending_does_not() {
        assertThat(webhooks.pause(TRADER, webhook)).isTrue();
        assertThat(webhooks.pause(TRADER, webhook)).isFalse();
        office.hear(account, 1_000, "");
        office.hear(account, 2_000, "");
        assertThat(webhooks.resume(TRADER, webhook)).isTrue();
        till.waitFor(2);
        TillSoftware.until(() -> current().waiting() == 0);

        assertThat(webhooks.end(TRADER, webhook)).isTrue();
        assertThat(webhooks.end(TRADER, webhook)).isFalse();
        assertThat(webhooks.resume(TRADER, webhook)).isFalse();
        assertThat(webhooks.rotate(TRADER, webhook)).isEmpty();
        assertThat(webhooks.test(webhook)).isEmpty();
        office.hear(account, 3_000, "");
        assertThat(webhooks.of(List.of(account.number()))).isEmpty();
        added(till);
        office.hear(account, 4_000, "");
        till.waitFor(3);
        assertThat(till.amounts()).containsExactly(1_000L, 2_000L, 4_000L);
        for (String act : List.of("added", "paused", "resumed", "ended"))
            assertThat(office.logged("payments.webhook-" + act, "/money/accounts/" + account.number()))
                    .as(act)
                    .isPositive();
    }

    @Test
    void the_secret_before_signs_for_a_day_beside_the_new_one() {
        String fresh = webhooks.rotate(TRADER, webhook).orElseThrow();
        assertThat(webhooks.test(webhook).orElseThrow().outcome()).isEqualTo(Delivery.Outcome.TAKEN);
        assertThat(till.messages().getLast().genuine())
                .as("by the secret before")
                .isTrue();
        assertThat(till.messages().getLast().signatures().split(" ", -1)).hasSize(2);
        till.knowing(fresh);
        office.hear(account, 1_000, "");
        till.waitFor(2);
        assertThat(till.messages().getLast().genuine()).as("by the new one").isTrue();

        clock.moveTo(clock.instant().plus(Duration.ofHours(25)));
        webhooks.test(webhook);
        assertThat(till.messages().getLast().genuine()).isTrue();
        assertThat(till.messages().getLast().signatures().split(" ", -1)).hasSize(1);
        assertThat(till.messages().getLast().body().path("type").asString()).isEqualTo("webhook.test");
        assertThat(store.find(account.number(), webhook.id()).orElseThrow().secret())
                .as("sealed")
                .doesNotContain("whsec_");
    }

    @Test
    void an_account_has_five_and_each_address_once() throws Exception {
        assertThat(webhooks.add(TRADER, account.number(), till.url().replace("http://localhost", "HTTP://LOCALHOST")))
                .isInstanceOf(Webhooks.Adding.Known.class);
        assertThat(webhooks.add(TRADER, account.number(), "ftp://localhost/"))
                .isInstanceOf(Webhooks.Adding.UrlUnfit.class);
        List<Callable<Webhooks.Adding>> many = LongStream.range(0, 12)
                .<Callable<Webhooks.Adding>>mapToObj(
                        i -> () -> webhooks.add(TRADER, account.number(), "http://localhost:1/" + i))
                .toList();
        int refused = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var adding : threads.invokeAll(many)) if (adding.get() instanceof Webhooks.Adding.TooMany) refused++;
        }
        assertThat(refused).isGreaterThanOrEqualTo(8);
        assertThat(webhooks.of(List.of(account.number()))).hasSizeLessThanOrEqualTo(Webhooks.MOST);
        while (webhooks.of(List.of(account.number())).size() < Webhooks.MOST)
            webhooks.add(TRADER, account.number(), "http://localhost:1/" + UUID.randomUUID());
        assertThat(webhooks.add(TRADER, account.number(), "http://localhost:1/more"))
                .isInstanceOf(Webhooks.Adding.TooMany.class);
    }

    @Test
    void two_senders_tell_each_payment_once() throws Exception {
        var second = new WebhookSender(
                store,
                office.the(MovementStore.class),
                office.the(ReceivingAccountStore.class),
                office.the(WebhookPost.class),
                office.the(vn.thucchat.foundation.database.Seal.class),
                clock,
                office.the(Signals.class));
        second.start();
        try {
            for (int i = 1; i <= 150; i++) office.hear(account, i * 1_000L, "");
            till.waitFor(150);
            TillSoftware.until(() -> current().waiting() == 0);
        } finally {
            second.stop();
        }
        assertThat(till.messages()).extracting(TillSoftware.Message::amountVnd).isEqualTo(thousands(150));
        assertThat(new HashSet<>(
                        till.messages().stream().map(TillSoftware.Message::id).toList()))
                .hasSize(150);
    }

    @Test
    void what_a_sender_left_behind_is_taken_up_when_its_time_is_over() {
        // as a process that died: it holds the webhook, and nobody moves it
        webhooks.pause(TRADER, webhook);
        office.hear(account, 1_000, "");
        Instant until = clock.instant().plus(Duration.ofMinutes(2));
        office.the(JdbcClient.class)
                .sql("UPDATE payments.webhook SET state = 'ACTIVE', reason = NULL, next_at = :until WHERE id = :id")
                .param("until", until.atOffset(java.time.ZoneOffset.UTC))
                .param("id", webhook.id())
                .update();
        office.hear(account, 2_000, "");
        assertThat(store.claimBehind(List.of(account.number()), until, 10)).isEmpty();
        clock.moveTo(until.plusSeconds(1));
        till.waitFor(2);
        assertThat(till.amounts()).containsExactly(1_000L, 2_000L);
    }

    @Test
    void what_is_not_ours_any_more_is_left_as_it_is() {
        webhooks.pause(TRADER, webhook);
        office.hear(account, 1_000, "");
        var strange = new WebhookStore.Claimed(
                account.number(), webhook.id(), "", "", null, null, 0, 0, Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(store.release(strange, 1, null)).isFalse();
        assertThat(store.fail(strange, clock.instant(), null, Webhook.Reason.FAILING))
                .isFalse();
        assertThat(current().position()).isZero();
        assertThat(store.move(strange, 1)).as("it was told, but is not ours").isFalse();
        assertThat(store.move(strange, 0)).as("by somebody slower").isFalse();
        assertThat(current().position()).isEqualTo(1);
    }

    @Test
    void the_states_change_as_the_table_says() {
        for (Webhook.State from : Webhook.State.values()) {
            var reached = new HashSet<Webhook.State>();
            for (Webhook.State to : Webhook.State.values()) {
                try (var other = new TillSoftware()) {
                    Webhook one = added(office.account(), other);
                    switch (from) {
                        case ACTIVE -> {}
                        case PAUSED -> webhooks.pause(TRADER, one);
                        case ENDED -> webhooks.end(TRADER, one);
                    }
                    boolean done = switch (to) {
                        case ACTIVE -> webhooks.resume(TRADER, one);
                        case PAUSED -> webhooks.pause(TRADER, one);
                        case ENDED -> webhooks.end(TRADER, one);
                    };
                    if (done) reached.add(to);
                    assertThat(done).as(from + " to " + to).isEqualTo(from.mayBecome(to));
                    webhooks.end(TRADER, one);
                }
            }
            assertThat(reached).isEqualTo(Webhook.State.NEXT.get(from));
        }
    }

    private Webhook added(TillSoftware software) {
        return added(account, software);
    }

    private Webhook added(ReceivingAccount to, TillSoftware software) {
        var added = (Webhooks.Adding.Added) webhooks.add(TRADER, to.number(), software.url());
        software.knowing(added.secret());
        return added.webhook();
    }

    private Webhook current() {
        return store.find(account.number(), webhook.id()).orElseThrow().webhook();
    }

    private void failedTimes(int times) {
        TillSoftware.until(() -> current().attempts() >= times);
        assertThat(current().attempts()).isEqualTo(times);
    }

    /** To the time of its next try. */
    private void skipTo(Webhook failing) {
        clock.moveTo(java.util.Objects.requireNonNull(failing.nextAt()).plusMillis(1));
    }

    private static List<Long> thousands(int count) {
        return LongStream.rangeClosed(1, count).map(i -> i * 1_000).boxed().toList();
    }
}
