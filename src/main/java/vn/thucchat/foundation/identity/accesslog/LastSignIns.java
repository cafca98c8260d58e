package vn.thucchat.foundation.identity.accesslog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds when people signed in last, in any way. */
@Component
public class LastSignIns {

    /** What is longer ago is as good as never. */
    private static final Duration LOOKED_BACK = Duration.ofDays(730);

    private final LastSignInStore store;
    private final InstantSource clock;

    LastSignIns(LastSignInStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns the last sign-in of each account; accounts without one in two years are absent. */
    public Map<UUID, Instant> of(Collection<UUID> accounts) {
        return store.of(accounts, clock.instant().minus(LOOKED_BACK)).stream()
                .collect(Collectors.toMap(LastSignInStore.SignIn::account, found -> AccessLog.time(found.id())));
    }
}
