package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.money.webhooks.WebhookRows.NOW;
import static vn.thucchat.foundation.money.webhooks.WebhookRows.TRADER;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.RowTimes;
import vn.thucchat.testing.StoreTest;

@NullMarked
class WebhookStoreTests extends StoreTest {

    private WebhookStore store;
    private WebhookRows rows;

    @BeforeEach
    void open() {
        store = new WebhookStore(jdbc);
        rows = new WebhookRows(pool);
    }

    @Test
    void one_begins_with_what_comes_after_it_and_counts_only_what_comes_in() {
        int account = rows.account();
        rows.in(account, 1);
        UUID id = rows.webhook(account);
        assertThat(rows.found(account, id).position()).isEqualTo(1);
        assertThat(rows.found(account, id).waiting()).isZero();

        rows.out(account, 2);
        rows.in(account, 3);
        rows.in(account, 4);
        assertThat(rows.found(account, id).waiting()).isEqualTo(2);
        assertThat(rows.found(account, id).madeAt()).isEqualTo(NOW);
    }

    @Test
    void those_with_something_left_to_tell_are_counted_by_how_they_stand() {
        rows.endAll();
        int account = rows.account();
        UUID behind = rows.webhook(account);
        UUID paused = rows.webhook(account);
        rows.webhook(rows.account());
        assertThat(store.countWaiting()).isEqualTo(new WebhookStore.Waiting(0, 0, 0));
        rows.in(account, 1);
        assertThat(store.countWaiting()).isEqualTo(new WebhookStore.Waiting(2, 0, 0));
        assertThat(store.pause(account, paused)).isTrue();
        assertThat(store.countWaiting()).isEqualTo(new WebhookStore.Waiting(1, 0, 1));
        jdbc.sql("UPDATE payments.webhook SET attempts = 1, failing_since = :at, next_at = :at WHERE id = :id")
                .param("at", RowTimes.utc(NOW))
                .param("id", behind)
                .update();
        assertThat(store.countWaiting()).isEqualTo(new WebhookStore.Waiting(0, 1, 1));
        store.end(account, behind);
        assertThat(store.countWaiting()).isEqualTo(new WebhookStore.Waiting(0, 0, 1));
    }

    @Test
    void an_account_has_five_places_an_address_one_and_ending_frees_both() {
        int account = rows.account();
        UUID first = rows.webhook(account);
        String url = rows.found(account, first).url();
        assertThat(store.insert(account, UUID.randomUUID(), url, "sealed", NOW, TRADER))
                .as("the same address")
                .isFalse();
        for (int i = 1; i < Webhooks.MOST; i++) rows.webhook(account);
        assertThat(store.insert(account, UUID.randomUUID(), "https://till.example/", "sealed", NOW, TRADER))
                .as("a sixth")
                .isFalse();

        assertThat(store.end(account, first)).isTrue();
        assertThat(store.end(account, first)).isFalse();

        assertThat(store.insert(account, UUID.randomUUID(), url, "sealed", NOW, TRADER))
                .isTrue();
        assertThat(store.find(List.of(account)))
                .hasSize(Webhooks.MOST)
                .extracting(Webhook::id)
                .doesNotContain(first);
        assertThat(store.insert(rows.account() + 1, UUID.randomUUID(), url, "sealed", NOW, TRADER))
                .as("an account that is not")
                .isFalse();
    }

    @Test
    void an_ended_one_keeps_no_secret() {
        int account = rows.account();
        UUID id = rows.webhook(account);
        assertThat(store.rotate(account, id, "fresh", NOW.plusSeconds(60), null))
                .isTrue();
        assertThat(store.recipient(account, id))
                .contains(new Recipient(
                        account, id, rows.found(account, id).url(), "fresh", "sealed", NOW.plusSeconds(60)));

        store.end(account, id);

        assertThat(store.recipient(account, id)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM payments.webhook WHERE id = :id AND secret IS NULL"
                                + " AND former_secret IS NULL")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(store.rotate(account, id, "more", NOW.plusSeconds(90), NOW.plusSeconds(60)))
                .isFalse();
    }

    @Test
    void a_secret_that_was_changed_since_it_was_seen_stays() {
        int account = rows.account();
        UUID id = rows.webhook(account);
        assertThat(store.rotate(account, id, "fresh", NOW.plusSeconds(60), null))
                .isTrue();
        assertThat(store.rotate(account, id, "double", NOW.plusSeconds(61), null))
                .isFalse();
        assertThat(store.rotate(account, id, "next", NOW.plusSeconds(90), NOW.plusSeconds(60)))
                .isTrue();
        assertThat(store.recipient(account, id).orElseThrow().formerSecret()).isEqualTo("fresh");
    }

    @Test
    void pausing_and_going_on_are_done_once() {
        int account = rows.account();
        UUID id = rows.webhook(account);
        assertThat(store.resume(account, id, NOW)).as("it runs").isFalse();
        assertThat(store.pause(account, id)).isTrue();
        assertThat(store.pause(account, id)).isFalse();
        assertThat(rows.found(account, id).reason()).isEqualTo(Webhook.Reason.BY_HAND);

        assertThat(store.resume(account, id, NOW)).isTrue();

        assertThat(rows.found(account, id).state()).isEqualTo(Webhook.State.ACTIVE);
        assertThat(rows.found(account, id).nextAt()).isEqualTo(NOW);
        assertThat(store.resume(account, id, NOW)).isFalse();
    }

    @Test
    void one_of_another_account_is_not_found_by_its_id() {
        UUID id = rows.webhook(rows.account());
        int other = rows.account();
        assertThat(store.find(other, id)).isEmpty();
        assertThat(store.pause(other, id)).isFalse();
        assertThat(store.end(other, id)).isFalse();
    }
}
