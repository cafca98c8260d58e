package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.money.webhooks.WebhookRows.NOW;
import static vn.thucchat.foundation.money.webhooks.WebhookRows.UNTIL;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.StoreTest;

@NullMarked
class WebhookLeaseStoreTests extends StoreTest {

    private WebhookLeaseStore store;
    private WebhookStore webhooks;
    private WebhookRows rows;

    @BeforeEach
    void open() {
        store = new WebhookLeaseStore(jdbc);
        webhooks = new WebhookStore(jdbc);
        rows = new WebhookRows(pool);
        rows.endAll();
    }

    @Test
    void what_is_behind_is_taken_up_once_and_only_of_the_accounts_asked_for() {
        int account = rows.account();
        int other = rows.account();
        UUID id = rows.webhook(account);
        UUID otherId = rows.webhook(other);
        assertThat(store.claimBehind(List.of(account), Set.of(), UNTIL, 10))
                .as("nothing has come")
                .isEmpty();
        rows.in(account, 1);
        rows.in(other, 1);

        assertThat(store.claimBehind(List.of(account), Set.of(), UNTIL, 10))
                .singleElement()
                .satisfies(claimed -> {
                    assertThat(claimed.to().id()).isEqualTo(id);
                    assertThat(claimed.position()).isZero();
                    assertThat(claimed.attempts()).isZero();
                    assertThat(claimed.until()).isEqualTo(UNTIL);
                });
        assertThat(store.claimBehind(List.of(account), Set.of(), UNTIL, 10)).isEmpty();
        assertThat(store.claimBehind(Set.of(), UNTIL, 10))
                .extracting(claimed -> claimed.to().id())
                .containsExactly(otherId);
    }

    @Test
    void no_more_is_taken_up_than_there_is_room_for_and_nothing_that_is_paused() {
        int account = rows.account();
        UUID paused = rows.webhook(account);
        for (int i = 0; i < 3; i++) rows.webhook(account);
        webhooks.pause(account, paused);
        rows.in(account, 1);

        assertThat(store.claimBehind(List.of(account), Set.of(), UNTIL, 2)).hasSize(2);
        assertThat(store.claimBehind(Set.of(), UNTIL, 10)).hasSize(1);
        assertThat(store.claimDue(UNTIL, false, Set.of(), UNTIL.plusSeconds(1), 2))
                .hasSize(2);
    }

    @Test
    void those_of_a_crowded_host_are_left_for_later() {
        int account = rows.account();
        UUID id = UUID.randomUUID();
        webhooks.insert(account, id, "https://till.example:8443/paid?to=/x", "sealed", NOW, WebhookRows.TRADER);
        rows.in(account, 1);
        var crowded = Set.of("other.example", "till.example:8443");
        assertThat(webhooks.recipient(account, id).orElseThrow().host()).isEqualTo("till.example:8443");
        assertThat(store.claimBehind(List.of(account), crowded, UNTIL, 10)).isEmpty();
        assertThat(store.claimBehind(crowded, UNTIL, 10)).isEmpty();
        assertThat(store.claimBehind(Set.of("till.example"), UNTIL, 10))
                .as("another port is another receiver")
                .hasSize(1);
        assertThat(store.claimDue(UNTIL, false, crowded, UNTIL.plusSeconds(1), 10))
                .isEmpty();
        assertThat(store.claimDue(UNTIL, false, Set.of(), UNTIL.plusSeconds(1), 10))
                .hasSize(1);
    }

    @Test
    void what_failed_is_due_when_its_time_has_come_and_apart_from_what_was_left_behind() {
        int account = rows.account();
        UUID id = rows.webhook(account);
        rows.in(account, 1);
        assertThat(store.fail(claim(account), NOW, NOW.plusSeconds(5), null)).isTrue();

        Webhook failing = rows.found(account, id);
        assertThat(failing.attempts()).isEqualTo(1);
        assertThat(failing.failingSince()).isEqualTo(NOW);
        assertThat(store.claimDue(NOW.plusSeconds(4), true, Set.of(), UNTIL, 10))
                .isEmpty();
        assertThat(store.claimDue(NOW.plusSeconds(5), false, Set.of(), UNTIL, 10))
                .isEmpty();
        var again =
                store.claimDue(NOW.plusSeconds(5), true, Set.of(), UNTIL, 10).getFirst();
        assertThat(again.attempts()).isEqualTo(1);

        assertThat(store.fail(again, NOW.plusSeconds(6), null, Webhook.Reason.FAILING))
                .isTrue();
        Webhook stopped = rows.found(account, id);
        assertThat(stopped.state()).isEqualTo(Webhook.State.PAUSED);
        assertThat(stopped.reason()).isEqualTo(Webhook.Reason.FAILING);
        assertThat(stopped.failingSince()).as("since the first time").isEqualTo(NOW);
        assertThat(stopped.nextAt()).isNull();
    }

    @Test
    void what_was_taken_moves_it_on_and_ends_the_failing() {
        int account = rows.account();
        UUID id = rows.webhook(account);
        rows.in(account, 1);
        rows.in(account, 2);
        store.fail(claim(account), NOW, NOW.plusSeconds(5), null);
        var again =
                store.claimDue(NOW.plusSeconds(5), true, Set.of(), UNTIL, 10).getFirst();

        assertThat(store.move(again, 1)).as("to be gone on with").isTrue();

        assertThat(rows.found(account, id).position()).isEqualTo(1);
        assertThat(rows.found(account, id).failing()).isFalse();
        assertThat(rows.found(account, id).failingSince()).isNull();
        assertThat(store.release(again, 2, null)).isTrue();
        assertThat(rows.found(account, id).nextAt()).isNull();
        assertThat(rows.found(account, id).waiting()).isZero();
    }

    @Test
    void what_is_not_ours_any_more_is_left_as_it_is() {
        int account = rows.account();
        UUID id = rows.webhook(account);
        rows.in(account, 1);
        var strange = new WebhookLeaseStore.Claimed(
                webhooks.recipient(account, id).orElseThrow(), 0, 0, Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(store.release(strange, 1, null)).isFalse();
        assertThat(store.fail(strange, NOW, null, Webhook.Reason.FAILING)).isFalse();
        assertThat(rows.found(account, id).position()).isZero();

        assertThat(store.move(strange, 1)).as("it was told, but is not ours").isFalse();
        assertThat(store.move(strange, 0)).as("by somebody slower").isFalse();

        assertThat(rows.found(account, id).position()).isEqualTo(1);
        assertThat(rows.found(account, id).state()).isEqualTo(Webhook.State.ACTIVE);
    }

    @Test
    void one_that_was_paused_meanwhile_notes_what_was_taken_and_is_not_gone_on_with() {
        int account = rows.account();
        UUID id = rows.webhook(account);
        rows.in(account, 1);
        var ours = claim(account);
        webhooks.pause(account, id);

        assertThat(store.move(ours, 1)).isFalse();
        assertThat(store.release(ours, 1, NOW)).isFalse();

        assertThat(rows.found(account, id).position()).isEqualTo(1);
        assertThat(rows.found(account, id).reason()).isEqualTo(Webhook.Reason.BY_HAND);
    }

    private WebhookLeaseStore.Claimed claim(int account) {
        return store.claimBehind(List.of(account), Set.of(), UNTIL, 10).getFirst();
    }
}
