package vn.thucchat.foundation.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.signing.TrustAnchor.Act;
import vn.thucchat.foundation.signing.TrustAnchor.Change;
import vn.thucchat.foundation.signing.TrustAnchor.State;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

@NullMarked
class TrustAnchorStoreTests extends StoreTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID LAST = new UUID(-1, -1);
    private final Instant now = TestTime.now().truncatedTo(ChronoUnit.MILLIS);
    private TrustAnchorStore store;

    @BeforeEach
    void open() {
        store = new TrustAnchorStore(jdbc);
        jdbc.sql("DELETE FROM signing.trust_anchor").update();
    }

    private TrustAnchor anchor(DevelopmentAuthority of, boolean synthetic) {
        try {
            var root = of.root();
            return new TrustAnchor(
                    Ids.next(TestTime.CLOCK),
                    root.getEncoded(),
                    Certificates.fingerprint(root),
                    Certificates.subject(root),
                    "Danh sách",
                    synthetic ? State.TRUSTED : State.PROPOSED,
                    synthetic,
                    synthetic ? new Change(ONE, now, ONE, now) : new Change(ONE, now, null, null));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_certificate_is_believed_from_its_confirmation_to_that_of_its_retirement() {
        TrustAnchor anchor = anchor(SigningSamples.AUTHORITY, false);
        assertThat(store.insert(anchor)).isTrue();
        assertThat(store.insert(anchor(SigningSamples.AUTHORITY, false)))
                .as("twice")
                .isFalse();
        assertThat(store.trusted()).isEmpty();
        assertThat(store.decide(anchor.id(), Act.CONFIRM, OTHER, now)).isTrue();
        assertThat(store.decide(anchor.id(), Act.CONFIRM, OTHER, now))
                .as("again")
                .isFalse();
        assertThat(store.trusted()).hasSize(1);
        assertThat(store.ask(anchor.id(), Act.RETIRE, OTHER, now)).isTrue();
        assertThat(store.trusted()).hasSize(1);
        assertThat(store.decide(anchor.id(), Act.CONFIRM_RETIREMENT, ONE, now)).isTrue();
        assertThat(store.trusted()).isEmpty();
        TrustAnchor kept = store.find(anchor.id()).orElseThrow();
        assertThat(kept.state()).isEqualTo(State.RETIRED);
        assertThat(kept.read()).isEqualTo(SigningSamples.AUTHORITY.root());
        assertThat(store.insert(anchor(SigningSamples.AUTHORITY, false)))
                .as("anew")
                .isTrue();
        assertThat(store.page(LAST, 1)).hasSize(1);
        assertThat(store.page(LAST, 9)).hasSize(2);
    }

    @Test
    void the_database_refuses_one_pair_of_eyes_but_for_the_demonstration() {
        TrustAnchor anchor = anchor(SigningSamples.AUTHORITY, false);
        store.insert(anchor);
        assertThatThrownBy(() -> store.decide(anchor.id(), Act.CONFIRM, ONE, now))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(store.insert(anchor(SigningSamples.STRANGER, true))).isTrue();
        assertThat(store.trusted()).hasSize(1);
        store.deleteSynthetic();
        assertThat(store.trusted()).isEmpty();
        assertThat(store.find(anchor.id())).isPresent();
    }
}
