package vn.thucchat.foundation.identity.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what, and when, the owner of a session proved who they are.
 *
 * @param first what the session began with; after a proof of the same kind, that one's time
 * @param second a proof of another kind given later, or null
 * @param secondAt when, or null
 */
public record Assurance(
        Factor first,
        Instant firstAt,
        @Nullable Factor second,
        @Nullable Instant secondAt) {

    public static Assurance of(Factor first, Instant at) {
        return new Assurance(first, at, null, null);
    }

    /**
     * Whether two kinds of proof were given; a passkey is two: the device, and what its owner is or knows; and so is a
     * sign-in by a provider that asked for two, whenever it was given.
     */
    public boolean twoFactors() {
        return first == Factor.PASSKEY
                || first == Factor.UPSTREAM_TWO_FACTORS
                || (second != null && (second.device() || first == Factor.UPSTREAM));
    }

    /** Whether a proof of that kind was given. */
    public boolean by(Factor proof) {
        return first == proof || second == proof;
    }

    /** The latest proof. */
    public Instant provenAt() {
        return secondAt == null || secondAt.isBefore(firstAt) ? firstAt : secondAt;
    }

    /** Whether the latest proof is no older. */
    public boolean within(Duration age, Instant now) {
        return !provenAt().isBefore(now.minus(age));
    }

    /** Whether the latest proof by a passkey or a code is no older: somebody who only knows the password has given none. */
    public boolean deviceWithin(Duration age, Instant now) {
        Instant since = now.minus(age);
        return (first.device() && !firstAt.isBefore(since))
                || (second != null && secondAt != null && second.device() && !secondAt.isBefore(since));
    }

    /** This with one more proof: of the first kind again, or of a second kind; what only is known replaces no device. */
    public Assurance with(Factor proof, Instant at) {
        boolean weaker = second != null && second.device() && !proof.device();
        return proof == first || weaker
                ? new Assurance(first, at, second, secondAt)
                : new Assurance(first, firstAt, proof, at);
    }
}
