package vn.thucchat.foundation.identity.breaches.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.breaches.Breach;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Texts;

/**
 * A breach with its clock and revisions, or the form of a new one.
 *
 * @param breach null of a new one
 */
public record BreachPage(@Nullable Breach breach, List<Breach.Written> revisions, Form<?> form, Instant now) {

    /** What the clock shows: {@code còn 41 giờ 5 phút}. */
    public static String clock(Texts t, Breach breach, Instant now) {
        Duration left = breach.left(now);
        boolean told = breach.latest().authorityToldAt() != null;
        String key = told
                ? left.isNegative() ? "breaches.clock.told-late" : "breaches.clock.told"
                : left.isNegative() ? "breaches.clock.late" : "breaches.clock.left";
        Duration shown = left.abs();
        return t.of(key, t.number(shown.toHours()), t.number(shown.toMinutesPart()));
    }
}
