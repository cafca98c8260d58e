package vn.thucchat.foundation.identity.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role that an account holds or held in a unit.
 *
 * @param until when it was revoked or ran out, or null while it is held
 * @param ends from when on it is not held any more, or null when no end was set
 * @param by the username of who granted it, or null when the platform did
 */
public record RoleGrant(
        UUID id,
        UUID account,
        String role,
        String unit,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant ends,
        @Nullable String by) {

    /** The last day, in Vietnam, on which it is held; null when no end was set. */
    public @Nullable LocalDate lastDay() {
        return ends == null ? null : LocalDate.ofInstant(ends.minusMillis(1), ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    public boolean held() {
        return until == null;
    }
}
