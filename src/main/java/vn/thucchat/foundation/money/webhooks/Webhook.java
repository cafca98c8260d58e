package vn.thucchat.foundation.money.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Transitions;

/**
 * Where software outside is told of what comes in on an account.
 *
 * @param account our number of the receiving account
 * @param position the number of the last movement that was told or passed over
 * @param reason why it is paused
 * @param attempts how often in a row the next message was not taken
 * @param failingSince when that began
 * @param nextAt when it is tried again, or null
 * @param waiting how many messages are still to be told, at most {@link #MOST_WAITING}
 */
public record Webhook(
        int account,
        UUID id,
        String url,
        long position,
        State state,
        @Nullable Reason reason,
        int attempts,
        @Nullable Instant failingSince,
        @Nullable Instant nextAt,
        @Nullable Instant formerSecretUntil,
        Instant madeAt,
        int waiting) {

    public static final int MOST_WAITING = 1_000;

    public enum State {
        ACTIVE,
        /** nothing is sent; what comes meanwhile is sent when it goes on */
        PAUSED,
        /** for good */
        ENDED;

        static final Transitions<State> LIFE = Transitions.from(ACTIVE)
                .act("pause", PAUSED, ACTIVE)
                .act("resume", ACTIVE, ACTIVE, PAUSED)
                .act("end", ENDED, ACTIVE, PAUSED);
    }

    /** Why one is paused. */
    public enum Reason {
        BY_HAND,
        /** the receiver said that there is nobody any more (410) */
        GONE,
        /** it was tried for three days */
        FAILING,
        /** the money is invented, and the receiver is outside */
        INVENTED
    }

    public String host() {
        return URI.create(url).getHost();
    }

    public boolean failing() {
        return attempts > 0;
    }

    /** Whether what comes does not arrive, and nobody wanted it so. */
    public boolean troubled() {
        return switch (state) {
            case ACTIVE -> failing();
            case PAUSED -> reason != Reason.BY_HAND;
            case ENDED -> false;
        };
    }
}
