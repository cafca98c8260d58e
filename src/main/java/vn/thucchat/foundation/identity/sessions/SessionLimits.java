package vn.thucchat.foundation.identity.sessions;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long sessions last.
 *
 * @param idle a session ends when it was not used for so long
 * @param hours a session ends so long after it began, however much it is used
 */
@Component
public record SessionLimits(
        @Value("${thucchat.session-idle}") Duration idle,
        @Value("${thucchat.session-hours}") int hours) {

    public SessionLimits {
        if (hours < 1) throw new IllegalStateException("SESSION_HOURS must be at least 1, not " + hours);
    }

    /** Sessions last used by then have ended. */
    Instant seenBefore(Instant now) {
        return now.minus(idle);
    }

    /** Sessions begun by then have ended. */
    Instant begunBefore(Instant now) {
        return now.minus(Duration.ofHours(hours));
    }
}
