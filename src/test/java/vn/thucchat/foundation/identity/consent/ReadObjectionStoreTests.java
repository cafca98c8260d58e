package vn.thucchat.foundation.identity.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.IdentityTest;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.TestTime;

/** A look is objected to once, and an objection answered once. */
class ReadObjectionStoreTests extends IdentityTest {

    private static final Instant AT = TestTime.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void a_look_is_objected_to_once_and_answered_once() {
        var store = new ReadObjectionStore(jdbc);
        Actor subject = somebody();
        Actor administrator = somebody();
        ReadObjection made = objection(subject.account(), UUID.randomUUID());
        assertThat(store.insert(made)).isTrue();
        assertThat(store.insert(objection(subject.account(), made.look().look())))
                .isFalse();
        assertThat(store.insert(objection(administrator.account(), made.look().look())))
                .as("somebody else against the same")
                .isTrue();
        assertThat(store.find(made.id())).contains(made);
        assertThat(store.of(subject.account(), List.of(made.look().look()))).containsExactly(made);
        assertThat(store.of(subject.account(), List.of(UUID.randomUUID()))).isEmpty();

        assertThat(store.answer(made.id(), "Xem khi sửa quyền", AT, administrator.account()))
                .isTrue();
        assertThat(store.answer(made.id(), "Lần hai", AT, administrator.account()))
                .isFalse();
        var reply = store.find(made.id()).orElseThrow().reply();
        assertThat(Objects.requireNonNull(reply).answer()).isEqualTo("Xem khi sửa quyền");
    }

    private static ReadObjection objection(UUID subject, UUID look) {
        return new ReadObjection(
                UUID.randomUUID(),
                subject,
                new ReadObjection.Look(look, UUID.randomUUID()),
                new UnitCode("19"),
                false,
                new ReadObjection.Saying("Tôi không có việc gì ở đó", AT),
                null);
    }
}
