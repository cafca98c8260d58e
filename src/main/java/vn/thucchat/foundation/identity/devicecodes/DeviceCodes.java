package vn.thucchat.foundation.identity.devicecodes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.clients.Client;

/**
 * Keeps what programs without a browser ask for until a person answers elsewhere, for {@link #LASTS}. What a person types is
 * kept as a mark and what a program keeps as a hash, so that whoever reads the table has neither.
 */
@Service
public class DeviceCodes {

    public static final Duration LASTS = Duration.ofMinutes(10);

    /** Seconds that a program waits between two questions; more where it does not (RFC 8628, section 3.5). */
    public static final int WAIT = 5;

    /** How many one client may have, answered or not. */
    static final int MOST = 5_000;

    private static final int LONGEST_WAIT = 60;
    /** A question may come a little early: the network is not always as slow. */
    private static final Duration EARLY = Duration.ofSeconds(1);
    /** So long a program is told that its code has ended, and not that there is none. */
    private static final Duration KNOWN_AFTER = Duration.ofMinutes(10);

    private static final int TRIES = 3;
    private static final int MARK = 26;
    private static final int SECRET = 43;
    private static final int SWEPT_AT_ONCE = 5_000;
    private static final String PURPOSE = "user code of a device";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DeviceCodeStore store;
    private final Seal seal;
    private final InstantSource clock;

    DeviceCodes(DeviceCodeStore store, Seal seal, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * The two codes of a request.
     *
     * @param deviceCode 69 characters, for the program
     * @param userCode {@code XDJB-MJHT}, for the person
     */
    public record Begun(String deviceCode, String userCode, Instant at, Instant endsAt) {}

    /** A request that waits for a person. */
    public record Asked(String userCode, UUID client, Set<String> scopes, Instant at, Instant endsAt) {}

    /** What a program that asks is told. */
    public sealed interface Told {
        /** Nobody has answered yet. */
        record Pending() implements Told {}

        /** Nor yet, and the program asks too often. */
        record Early() implements Told {}

        record Denied() implements Told {}

        record Ended() implements Told {}

        /** Nobody gave the program such a code. */
        record Unknown() implements Told {}

        /**
         * The person allowed it.
         *
         * @param authorization what the program gets
         * @param again whether it got it before
         */
        record Allowed(UUID authorization, boolean again) implements Told {}
    }

    /** Begins a request; empty where the client has {@link #MOST} of them. */
    @Transactional
    public Optional<Begun> begin(Client client, Set<String> scopes) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        for (int i = 0; i < TRIES; i++) {
            UserCode code = UserCode.fresh();
            String mark = mark(code);
            var begun = new DeviceCode(
                    mark, Sha256.hex(secret), client.id(), scopes, now, now.plus(LASTS), WAIT, null, null, null, null);
            if (store.insert(begun, MOST))
                return Optional.of(new Begun(mark + secret, code.shown(), now, begun.endsAt()));
        }
        return Optional.empty();
    }

    /** Finds the request that a person means, however the code was typed; empty when there is none that waits. */
    public Optional<Asked> find(String typed) {
        Instant now = clock.instant();
        return UserCode.read(typed)
                .flatMap(code -> store.find(mark(code))
                        .filter(one -> one.answeredAt() == null && now.isBefore(one.endsAt()))
                        .map(one -> new Asked(code.shown(), one.client(), one.scopes(), one.begunAt(), one.endsAt())));
    }

    /**
     * Answers a request, in the caller's transaction; false when it was answered before, or too late.
     *
     * @param authorization what the person allowed, or null: nothing
     */
    public boolean answer(Asked asked, @Nullable UUID authorization) {
        return UserCode.read(asked.userCode())
                .filter(code -> store.answer(mark(code), clock.instant(), authorization))
                .isPresent();
    }

    /** What the program is told that asks now. */
    @Transactional
    public Told poll(Client client, String deviceCode) {
        DeviceCode code = locked(client, deviceCode);
        if (code == null) return new Told.Unknown();
        Instant now = clock.instant();
        if (code.answeredAt() != null) return answered(code, now);
        if (!now.isBefore(code.endsAt())) return new Told.Ended();
        Instant last = code.polledAt();
        boolean early = last != null
                && now.isBefore(last.plusSeconds(code.waitSeconds()).minus(EARLY));
        store.poll(
                code.userMark(), now, early ? Math.min(code.waitSeconds() + WAIT, LONGEST_WAIT) : code.waitSeconds());
        return early ? new Told.Early() : new Told.Pending();
    }

    /** Takes what was allowed, in the caller's transaction: once. */
    @Transactional
    public Told take(Client client, String deviceCode) {
        DeviceCode code = locked(client, deviceCode);
        if (code == null) return new Told.Unknown();
        if (code.answeredAt() == null) return new Told.Pending();
        Instant now = clock.instant();
        Told told = answered(code, now);
        if (told instanceof Told.Allowed(_, boolean again) && !again) store.use(code.userMark(), now);
        return told;
    }

    private static Told answered(DeviceCode code, Instant now) {
        UUID granted = code.granted();
        if (granted != null && code.usedAt() != null) return new Told.Allowed(granted, true);
        if (!now.isBefore(code.endsAt())) return new Told.Ended();
        return granted == null ? new Told.Denied() : new Told.Allowed(granted, false);
    }

    private @Nullable DeviceCode locked(Client client, String deviceCode) {
        if (deviceCode.length() != MARK + SECRET) return null;
        byte[] hash = Sha256.hex(deviceCode.substring(MARK)).getBytes(StandardCharsets.US_ASCII);
        return store.lock(deviceCode.substring(0, MARK))
                .filter(one -> one.client().equals(client.id()))
                .filter(one -> MessageDigest.isEqual(one.secretHash().getBytes(StandardCharsets.US_ASCII), hash))
                .orElse(null);
    }

    /** Deletes those that have ended. */
    void sweep() {
        while (store.sweep(clock.instant().minus(KNOWN_AFTER), SWEPT_AT_ONCE) == SWEPT_AT_ONCE) {
            if (Thread.currentThread().isInterrupted()) return;
        }
    }

    private String mark(UserCode code) {
        return seal.mark(code.letters(), PURPOSE);
    }
}
