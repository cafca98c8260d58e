package vn.thucchat.foundation.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.IdentityTest;

class SessionStoreTests extends IdentityTest {

    private static final byte[] COOKIE = hash("a");
    private static final byte[] NEXT = hash("b");

    private SessionStore store;
    private Account owner;

    @BeforeEach
    void anOwner() {
        jdbc.sql("DELETE FROM identity.session").update();
        store = new SessionStore(jdbc);
        owner = account(somebody());
    }

    private static byte[] hash(String of) {
        return of.repeat(32).getBytes(StandardCharsets.US_ASCII);
    }

    private SessionStore.Session begun(@Nullable UUID passkey) {
        var session = SessionStore.Session.begun(
                Ids.next(clock),
                owner,
                new SessionStore.GivenProof(passkey == null ? Factor.PASSWORD : Factor.PASSKEY, passkey, now),
                now);
        store.insert(COOKIE, session, "Chrome · Android", "192.0.2.7");
        return session;
    }

    private boolean renew(SessionStore.Session session) {
        return store.renew(COOKIE, yesterday(), yesterday(), NEXT, session);
    }

    private Instant yesterday() {
        return now.minus(Duration.ofDays(1));
    }

    private SessionStore.Session next() {
        return store.find(NEXT, yesterday(), yesterday()).orElseThrow();
    }

    private UUID passkey() {
        UUID id = Ids.next(clock);
        jdbc.sql("""
                        INSERT INTO identity.passkey (account, id, rp_id, credential_id, attested, sign_count,
                            backup_eligible, backed_up, transports, label, made_at)
                        VALUES (:account, :id, 'localhost', decode(:credential, 'hex'),
                            decode(repeat('00', 40), 'hex'), 0, false, false, '{}', 'Máy', :at)
                        """)
                .param("account", owner.id())
                .param("id", id)
                .param("credential", id.toString().replace("-", ""))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private void remove(UUID passkey) {
        jdbc.sql("DELETE FROM identity.passkey WHERE id = :id")
                .param("id", passkey)
                .update();
    }

    @Test
    void a_session_that_was_ended_meanwhile_stays_ended() {
        var read = begun(null);
        assertThat(store.endAllBut(owner.id(), new UUID(0, 0))).isEqualTo(1);
        assertThat(renew(read.raised(new SessionStore.GivenProof(Factor.CODE, null, now), now)))
                .isFalse();
        assertThat(store.countOpen(owner.id(), yesterday(), yesterday())).isZero();
    }

    @Test
    void a_session_that_came_to_its_end_is_not_raised() {
        var read = begun(null);
        assertThat(store.renew(COOKIE, now, yesterday(), NEXT, read))
                .as("unused for long")
                .isFalse();
        assertThat(store.renew(COOKIE, yesterday(), now, NEXT, read))
                .as("too old")
                .isFalse();
    }

    @Test
    void a_raised_session_has_another_cookie_and_the_same_end() {
        var read = begun(null);
        now = now.plusSeconds(60);
        assertThat(renew(read.raised(new SessionStore.GivenProof(Factor.CODE, null, now), now)))
                .isTrue();
        assertThat(store.find(COOKIE, yesterday(), yesterday())).isEmpty();
        assertThat(next().id()).isEqualTo(read.id());
        assertThat(next().begunAt()).isEqualTo(read.begunAt());
        assertThat(next().assurance().twoFactors()).isTrue();
    }

    @Test
    void it_ends_with_either_key_on_which_it_stands() {
        UUID first = passkey();
        UUID second = passkey();
        assertThat(renew(begun(first).raised(new SessionStore.GivenProof(Factor.PASSKEY, second, now), now)))
                .isTrue();
        remove(second);
        assertThat(store.find(NEXT, yesterday(), yesterday())).isEmpty();
        UUID third = passkey();
        assertThat(renew(begun(first).raised(new SessionStore.GivenProof(Factor.PASSKEY, third, now), now)))
                .isTrue();
        remove(first);
        assertThat(store.find(NEXT, yesterday(), yesterday())).isEmpty();
    }

    @Test
    void after_a_new_password_what_was_proven_still_is() {
        var read = begun(null).raised(new SessionStore.GivenProof(Factor.CODE, null, now), now);
        var changed = new Account(owner.id(), owner.username(), owner.name(), false, false, false, 2, 2);
        now = now.plusSeconds(60);
        assertThat(renew(read.renewed(Ids.next(clock), changed, now))).isTrue();
        assertThat(next().assurance().twoFactors()).isTrue();
        assertThat(next().secretNo()).isEqualTo(2);
        assertThat(next().begunAt()).isEqualTo(now);
        assertThat(next().id()).isNotEqualTo(read.id());
    }
}
