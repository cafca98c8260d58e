package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** What is not taken is tried again, in its place, for three days; nothing is lost. */
@ApplicationTest
@NullMarked
class WebhookRetryTests extends WebhookTest {

    WebhookRetryTests(@Autowired ApplicationContext application, @Autowired MovableClock clock) {
        super(application, clock);
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
}
