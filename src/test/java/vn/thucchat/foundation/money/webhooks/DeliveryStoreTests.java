package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.money.webhooks.WebhookRows.NOW;

import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.StoreTest;

@NullMarked
class DeliveryStoreTests extends StoreTest {

    @Test
    void the_last_fifty_are_kept_the_latest_first() {
        var store = new DeliveryStore(jdbc);
        var rows = new WebhookRows(pool);
        int account = rows.account();
        UUID webhook = rows.webhook(account);
        UUID other = rows.webhook(account);
        for (long number = 1; number <= 53; number++) store.record(account, webhook, taken(number));

        assertThat(store.of(account, webhook))
                .hasSize(50)
                .extracting(Delivery::number)
                .startsWith(53L, 52L)
                .endsWith(5L, 4L);
        assertThat(store.of(account, other)).isEmpty();
    }

    @Test
    void what_is_kept_is_what_was_noted() {
        var store = new DeliveryStore(jdbc);
        var rows = new WebhookRows(pool);
        int account = rows.account();
        UUID webhook = rows.webhook(account);
        var test = new Delivery(NOW, UUID.randomUUID(), null, Delivery.Outcome.SLOW, null, 15_000);
        store.record(account, webhook, taken(1));
        store.record(account, webhook, test);
        store.record(account, UUID.randomUUID(), test);

        assertThat(store.of(account, webhook)).hasSize(2).first().isEqualTo(test);
    }

    private static Delivery taken(long number) {
        return new Delivery(NOW, UUID.randomUUID(), number, Delivery.Outcome.TAKEN, 200, 12);
    }
}
