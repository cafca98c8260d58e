package vn.thucchat.foundation.identity.provider;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.clients.Client;

/**
 * Keeps what clients ask for before they send a person (RFC 9126). A request is called by 256 random bits; it is opened
 * within {@link #LASTS} by who was sent here for the same client, may be looked at again until it is answered, because
 * signing in takes a while, and leads to one answer.
 */
@Component
class PushedRequests {

    static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
    static final Duration LASTS = Duration.ofSeconds(60);

    /** For sign-in and consent, once it was opened. */
    private static final Duration OPEN = Duration.ofMinutes(15);

    /**
     * How many one client may have that nobody has answered: more than a minute of the busiest hour, and a table that no
     * client fills.
     */
    static final int MOST = 10_000;

    private static final int SWEPT_AT_ONCE = 5_000;
    /** By how much the clocks of processes may differ. */
    private static final Duration CLOCKS = Duration.ofSeconds(30);

    private static final String PURPOSE = "pushed request";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PushedRequestStore store;
    private final Seal seal;
    private final InstantSource clock;

    PushedRequests(PushedRequestStore store, Seal seal, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
    }

    /** What was pushed, and the key that its code is bound to, or null. */
    record Pushed(RequestQuery query, @Nullable String jkt) {}

    /** Keeps a request and says what it is called; empty where the client has {@link #MOST} open ones. */
    Optional<String> push(Client client, RequestQuery query, @Nullable String jkt) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String name = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String sealed = seal.close(query.written(), PURPOSE);
        boolean kept = store.insert(hash(name), client.id(), sealed, jkt, clock.instant(), MOST);
        return kept ? Optional.of(name) : Optional.empty();
    }

    /** Reads a request; empty when it is another client's, too old, or answered. */
    Optional<Pushed> open(Client client, String name) {
        Instant now = clock.instant();
        return store.open(hash(name), client.id(), now, now.minus(LASTS), now.minus(OPEN))
                .flatMap(row -> RequestQuery.read(seal.open(row.query(), PURPOSE))
                        .map(query -> new Pushed(query, row.dpopJkt())));
    }

    /** Says that a request was answered, in the caller's transaction; false when it was before. */
    boolean answer(String name) {
        return store.answer(hash(name));
    }

    /** Deletes those that are too old for anything. */
    void sweep() {
        Instant unopened = clock.instant().minus(LASTS.plus(CLOCKS));
        Instant opened = clock.instant().minus(OPEN.plus(LASTS));
        while (store.sweep(opened, unopened, SWEPT_AT_ONCE) == SWEPT_AT_ONCE) {
            if (Thread.currentThread().isInterrupted()) return;
        }
    }

    private static String hash(String name) {
        return Sha256.hex(name.getBytes(StandardCharsets.UTF_8));
    }
}
