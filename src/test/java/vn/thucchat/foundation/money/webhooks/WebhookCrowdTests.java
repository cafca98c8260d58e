package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** One provider whose server hangs serves many traders: the others' software hears all the same. */
@ApplicationTest
@NullMarked
class WebhookCrowdTests extends WebhookTest {

    private static final int ACCOUNTS = 140;

    WebhookCrowdTests(@Autowired ApplicationContext application, @Autowired MovableClock clock) {
        super(application, clock);
    }

    @Test
    void a_server_that_hangs_for_hundreds_does_not_hold_up_the_others() throws Exception {
        var crowd = new ArrayList<ReceivingAccount>();
        // connections wait in its queue, and nobody takes them
        try (var silent = new ServerSocket(0, 2_000, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < ACCOUNTS; i++) {
                ReceivingAccount one = office.account();
                crowd.add(one);
                for (int place = 1; place <= Webhooks.MOST; place++)
                    assertThat(webhooks.add(
                                    TRADER, one.number(), "http://localhost:" + silent.getLocalPort() + "/" + place))
                            .isInstanceOf(Webhooks.Adding.Added.class);
            }
            for (ReceivingAccount one : crowd) office.hear(one, 1_000, "");
            Thread.sleep(1_000);

            long began = System.nanoTime();
            office.hear(account, 2_000, "");
            till.waitFor(1);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("a message hangs for " + WebhookPost.LONGEST)
                    .isLessThan(Duration.ofSeconds(5));
        } finally {
            for (ReceivingAccount one : crowd)
                webhooks.of(List.of(one.number())).forEach(hook -> webhooks.end(TRADER, hook));
        }
    }
}
