package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.money.webhooks.WebhookRows.NOW;
import static vn.thucchat.foundation.money.webhooks.WebhookRows.TRADER;
import static vn.thucchat.foundation.money.webhooks.WebhookRows.UNTIL;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.StoreTest;

@NullMarked
class SkippedMessageStoreTests extends StoreTest {

    private SkippedMessageStore store;
    private WebhookStore webhooks;
    private WebhookLeaseStore turns;
    private WebhookRows rows;
    private int account;
    private UUID id;

    /** A webhook that has taken 1; 2 goes out, 3 is not taken, 4 and 5 wait. */
    @BeforeEach
    void open() {
        store = new SkippedMessageStore(jdbc);
        webhooks = new WebhookStore(jdbc);
        turns = new WebhookLeaseStore(jdbc);
        rows = new WebhookRows(pool);
        rows.endAll();
        account = rows.account();
        id = rows.webhook(account);
        rows.in(account, 1);
        rows.out(account, 2);
        for (int number = 3; number <= 5; number++) rows.in(account, number);
        var ours = claim();
        turns.move(ours, 1);
        turns.release(ours, 2, null);
    }

    @Test
    void the_one_that_others_wait_for_is_skipped_once_and_no_other() {
        fails(null);
        for (long other : List.of(0L, 1L, 2L, 4L, 5L, 6L))
            assertThat(skip(other)).as("number " + other).isFalse();
        assertThat(skip(3)).isTrue();
        assertThat(skip(3)).isFalse();

        Webhook skipped = rows.found(account, id);
        assertThat(skipped.position()).isEqualTo(3);
        assertThat(skipped.waiting()).isEqualTo(2);
        assertThat(skipped.failing()).isFalse();
        assertThat(skipped.failingSince()).isNull();
        assertThat(skipped.nextAt()).as("at once").isEqualTo(NOW);
        assertThat(store.last(account, id, 10)).containsExactly(skipped(3));
        assertThat(skip(4)).as("never tried").isFalse();
        assertThat(turns.claimDue(NOW, false, Set.of(), UNTIL, 10))
                .extracting(WebhookLeaseStore.Claimed::position)
                .containsExactly(3L);
    }

    @Test
    void what_was_stopped_because_of_it_goes_on_and_what_a_person_stopped_does_not() {
        fails(Webhook.Reason.FAILING);
        assertThat(rows.found(account, id).state()).isEqualTo(Webhook.State.PAUSED);
        assertThat(skip(3)).isTrue();
        assertThat(rows.found(account, id).state()).isEqualTo(Webhook.State.ACTIVE);
        assertThat(rows.found(account, id).reason()).isNull();

        fails(null);
        webhooks.pause(account, id);
        assertThat(skip(4)).isTrue();
        assertThat(rows.found(account, id).state()).isEqualTo(Webhook.State.PAUSED);
        assertThat(rows.found(account, id).reason()).isEqualTo(Webhook.Reason.BY_HAND);
        assertThat(rows.found(account, id).nextAt()).isNull();
        assertThat(store.last(account, id, 10)).containsExactly(skipped(4), skipped(3));
        assertThat(store.last(account, id, 1)).containsExactly(skipped(4));
    }

    @Test
    void what_was_not_taken_nowhere_else_is_skipped_nowhere_else() {
        fails(null);
        UUID other = rows.webhook(account);
        assertThat(store.skip(account, other, skipped(3), TRADER)).isFalse();
        assertThat(store.skip(rows.account(), id, skipped(3), TRADER)).isFalse();
        webhooks.end(account, id);
        assertThat(skip(3)).as("it has ended").isFalse();
        assertThat(store.last(account, id, 10)).isEmpty();
    }

    /** It was under way while somebody skipped it, and behind it another has failed. */
    @Test
    void one_that_is_taken_after_all_does_not_end_the_failing_of_a_later_one() {
        fails(null);
        var slow = turns.claimDue(NOW.plusSeconds(5), true, Set.of(), UNTIL, 10).getFirst();
        assertThat(skip(3)).isTrue();
        fails(null);

        assertThat(turns.fail(slow, NOW, null, Webhook.Reason.FAILING)).isFalse();
        assertThat(turns.move(slow, 3)).isFalse();

        assertThat(rows.found(account, id).position()).isEqualTo(3);
        assertThat(rows.found(account, id).attempts()).isEqualTo(1);
    }

    private boolean skip(long number) {
        return store.skip(account, id, skipped(number), TRADER);
    }

    private static SkippedMessage skipped(long number) {
        return new SkippedMessage(number, NOW, "Nguyễn Thị Bích", "phần mềm lỗi");
    }

    /** @param reason why it is paused, or null: it is tried again */
    private void fails(Webhook.@Nullable Reason reason) {
        assertThat(turns.fail(claim(), NOW, reason == null ? NOW.plusSeconds(5) : null, reason))
                .isTrue();
    }

    private WebhookLeaseStore.Claimed claim() {
        var behind = turns.claimBehind(List.of(account), Set.of(), UNTIL, 1);
        return behind.isEmpty()
                ? turns.claimDue(NOW, false, Set.of(), UNTIL.plusSeconds(1), 1).getFirst()
                : behind.getFirst();
    }
}
