package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.TransactionNotifications;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** What comes in is told to whoever listens: in order, signed, each once. */
@ApplicationTest
@NullMarked
class WebhookSendingTests extends WebhookTest {

    WebhookSendingTests(@Autowired ApplicationContext application, @Autowired MovableClock clock) {
        super(application, clock);
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

    /** An address of the Internet: nothing is sent there, so that nobody needs it. */
    @Test
    void nobody_outside_is_told_of_invented_money_whenever_it_was_queued() {
        webhooks.end(TRADER, webhook);
        var outside =
                ((Webhooks.Adding.Added) webhooks.add(TRADER, account.number(), "https://1.1.1.1/paid")).webhook();
        webhooks.pause(TRADER, outside);
        office.hear(account, 1_000, "");
        office.the(JdbcClient.class)
                .sql("UPDATE payments.account SET synthetic = true WHERE number = :number")
                .param("number", account.number())
                .update();
        webhooks.resume(TRADER, outside);
        TillSoftware.until(() -> !webhooks.deliveries(outside).isEmpty());
        assertThat(webhooks.deliveries(outside)).singleElement().satisfies(delivery -> {
            assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.INVENTED);
            assertThat(delivery.status()).isNull();
        });
        Webhook now = store.find(account.number(), outside.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(Webhook.State.PAUSED);
        assertThat(now.reason()).isEqualTo(Webhook.Reason.INVENTED);
        assertThat(now.troubled()).isTrue();
        assertThat(webhooks.test(outside).orElseThrow().outcome()).isEqualTo(Delivery.Outcome.INVENTED);
        added(account, till);
        office.hear(account, 2_000, "");
        till.waitFor(1);
        assertThat(till.amounts()).as("on this machine").containsExactly(2_000L);
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
    void two_senders_tell_each_payment_once() throws Exception {
        var second = new WebhookSender(
                office.the(WebhookLeaseStore.class),
                office.the(WebhookDispatch.class),
                clock,
                office.the(TransactionNotifications.class));
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
        assertThat(office.the(WebhookLeaseStore.class).claimBehind(List.of(account.number()), Set.of(), until, 10))
                .isEmpty();
        clock.moveTo(until.plusSeconds(1));
        till.waitFor(2);
        assertThat(till.amounts()).containsExactly(1_000L, 2_000L);
    }
}
