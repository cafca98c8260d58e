package vn.thucchat.foundation.money.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that a webhook was told something.
 *
 * @param id the message's: the same when it is told again
 * @param number the movement's; null: a test
 * @param status of the HTTP answer, or null when none came
 * @param ms how long it took
 */
public record Delivery(
        Instant at,
        UUID id,
        @Nullable Long number,
        Outcome outcome,
        @Nullable Integer status,
        int ms) {

    /** What became of it; only {@link #TAKEN} counts as delivered. */
    public enum Outcome {
        /** 200 to 299 */
        TAKEN,
        /** 300 to 399: redirects are not followed */
        MOVED,
        /** 401 or 403 */
        REFUSED,
        /** 404 or 405 */
        NOT_FOUND,
        /** 410: nothing more is wanted there */
        GONE,
        /** 429, 502, 503 or 504 */
        BUSY,
        /** any other status */
        FAILED,
        /** no answer in time */
        SLOW,
        /** no such host, or nobody answers there */
        UNREACHABLE,
        /** its certificate does not prove whose host it is */
        UNTRUSTED,
        /** an address of a network that is not public */
        PRIVATE,
        /** what came was no HTTP, or the connection broke */
        UNREADABLE,
        /** not sent: of invented money nobody outside is told */
        INVENTED;

        static Outcome of(int status) {
            return switch (status / 100) {
                case 2 -> TAKEN;
                case 3 -> MOVED;
                default ->
                    switch (status) {
                        case 401, 403 -> REFUSED;
                        case 404, 405 -> NOT_FOUND;
                        case 410 -> GONE;
                        case 429, 502, 503, 504 -> BUSY;
                        default -> FAILED;
                    };
            };
        }
    }
}
