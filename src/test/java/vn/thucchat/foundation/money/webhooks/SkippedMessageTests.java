package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.webhooks.SkippedMessages.Skipping;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** One message that is never taken does not stop the others for ever. */
@ApplicationTest
@NullMarked
class SkippedMessageTests extends WebhookTest {

    private final SkippedMessages skipped;

    SkippedMessageTests(@Autowired ApplicationContext application, @Autowired MovableClock clock) {
        super(application, clock);
        skipped = office.the(SkippedMessages.class);
    }

    @Test
    void those_behind_it_are_told_at_once_and_it_stays_written_who_skipped_it() {
        // it is stopped at once and not tried again meanwhile
        till.answer(410);
        assertThat(skipped.stuck(webhook)).isEmpty();
        office.hear(account, 1_000, "");
        failedTimes(1);
        for (int i = 2; i <= 4; i++) office.hear(account, i * 1_000L, "");
        assertThat(skipped.stuck(current()).orElseThrow().amountVnd()).isEqualTo(1_000);

        till.answer(200);
        assertThat(skipped.skip(TRADER, current(), 1, " phần mềm không nhận ")).isEqualTo(Skipping.DONE);
        till.waitFor(4);
        TillSoftware.until(() -> current().waiting() == 0);

        assertThat(till.amounts()).containsExactly(1_000L, 2_000L, 3_000L, 4_000L);
        assertThat(till.messages()).as("the first was tried once and not again").hasSize(4);
        assertThat(skipped.stuck(current())).isEmpty();
        assertThat(skipped.of(webhook)).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(1);
            assertThat(one.name()).isEqualTo(TRADER.name());
            assertThat(one.reason()).isEqualTo("phần mềm không nhận");
            assertThat(one.at()).isBetween(clock.instant().minusSeconds(20), clock.instant());
        });
        assertThat(logged()).isEqualTo(1);
        assertThat(office.the(Payments.class).find(account.number(), 1))
                .as("the payment is where all are")
                .isPresent();
    }

    @Test
    void sent_many_times_it_skips_one() throws Exception {
        till.answer(422);
        office.hear(account, 1_000, "");
        office.hear(account, 2_000, "");
        failedTimes(1);
        Webhook seen = current();
        Callable<Skipping> again = () -> skipped.skip(TRADER, seen, 1, "lỗi");
        int done = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var skipping : threads.invokeAll(Collections.nCopies(12, again)))
                if (skipping.get() == Skipping.DONE) done++;
        }
        assertThat(done).isEqualTo(1);
        assertThat(skipped.of(webhook)).hasSize(1);
        assertThat(logged()).isEqualTo(1);
        failedTimes(1);
        assertThat(skipped.stuck(current()).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void without_a_reason_or_when_nothing_is_stuck_nothing_is_skipped() {
        office.hear(account, 1_000, "");
        till.waitFor(1);
        TillSoftware.until(() -> current().waiting() == 0);
        assertThat(skipped.skip(TRADER, current(), 1, "lỗi")).as("it was taken").isEqualTo(Skipping.NOT_STUCK);

        till.answer(500);
        office.hear(account, 2_000, "");
        failedTimes(1);
        for (String unfit : List.of("", "  ", "x".repeat(201)))
            assertThat(skipped.skip(TRADER, current(), 2, unfit)).isEqualTo(Skipping.REASON_UNFIT);
        assertThat(skipped.skip(TRADER, current(), 3, "lỗi")).isEqualTo(Skipping.NOT_STUCK);

        assertThat(current().position()).isEqualTo(1);
        assertThat(skipped.of(webhook)).isEmpty();
        assertThat(logged()).isZero();
    }

    private long logged() {
        return office.logged("payments.webhook-message-skipped", "/money/accounts/" + account.number());
    }
}
