package vn.thucchat.foundation.identity.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role that an account holds or held in a unit.
 *
 * @param until when it was revoked, or null while it is held
 * @param by the username of who granted it, or null when the platform did
 */
public record RoleGrant(
        UUID id,
        UUID account,
        String role,
        String unit,
        Instant from,
        @Nullable Instant until,
        @Nullable String by) {

    public boolean held() {
        return until == null;
    }
}
