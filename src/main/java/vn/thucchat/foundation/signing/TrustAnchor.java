package vn.thucchat.foundation.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Transitions;

/**
 * The certificate of an authority that the platform believes.
 *
 * @param document that says why: {@code Danh sách CA công cộng, NEAC, 01/10/2026}
 * @param synthetic of the demonstration
 */
@SuppressWarnings("ArrayRecordComponent") // a certificate as it lies, compared by its fingerprint
public record TrustAnchor(
        UUID id,
        byte[] certificate,
        String sha256,
        String name,
        String document,
        State state,
        boolean synthetic,
        Change change) {

    /** The latest change: who asked for it, and who decided. */
    public record Change(
            UUID askedBy,
            Instant askedAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {}

    /** Where a certificate stands. */
    public enum State {
        /** A second administrator is to confirm it. */
        PROPOSED,
        TRUSTED,
        /** Still trusted; a second administrator is to confirm that it is so no longer. */
        RETIRING,
        RETIRED,
        REJECTED
    }

    /** What people do with a certificate. */
    public enum Act {
        CONFIRM,
        REJECT,
        RETIRE,
        KEEP,
        CONFIRM_RETIREMENT;

        /** As it stands in the log and in addresses: {@code confirm-retirement}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final Transitions<State> LIFE = Transitions.from(State.PROPOSED)
            .act(Act.CONFIRM.name(), State.TRUSTED, State.PROPOSED)
            .act(Act.REJECT.name(), State.REJECTED, State.PROPOSED)
            .act(Act.RETIRE.name(), State.RETIRING, State.TRUSTED)
            .act(Act.KEEP.name(), State.TRUSTED, State.RETIRING)
            .act(Act.CONFIRM_RETIREMENT.name(), State.RETIRED, State.RETIRING);

    TrustAnchor asSynthetic() {
        return new TrustAnchor(id, certificate, sha256, name, document, state, true, change);
    }

    X509Certificate read() {
        return Certificates.read(certificate);
    }

    /** Until when the certificate itself holds. */
    public Instant until() {
        return read().getNotAfter().toInstant();
    }
}
