package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** Webhooks are added, paused, ended and given other secrets; each once, whoever asks twice. */
@ApplicationTest
@NullMarked
class WebhooksTests extends WebhookTest {

    WebhooksTests(@Autowired ApplicationContext application, @Autowired MovableClock clock) {
        super(application, clock);
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
        added(account, till);
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
        assertThat(store.recipient(account.number(), webhook.id()).orElseThrow().secret())
                .as("sealed")
                .doesNotContain("whsec_");
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
                    assertThat(done)
                            .as(from + " to " + to)
                            .isEqualTo(Webhook.State.LIFE.after(from).contains(to));
                    webhooks.end(TRADER, one);
                }
            }
            assertThat(reached).isEqualTo(Webhook.State.LIFE.after(from));
        }
    }
}
