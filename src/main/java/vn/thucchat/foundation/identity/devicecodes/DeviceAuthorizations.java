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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.clients.Client;

/**
 * Stores device authorization requests (RFC 8628) until a person answers them in a browser, at most {@link #LASTS}. The user
 * code is stored as a mark and the device code as a hash, so that whoever reads the table has neither.
 */
@Service
public class DeviceAuthorizations {

    public static final Duration LASTS = Duration.ofMinutes(10);

    /** Seconds that a program waits between two questions; more where it does not (RFC 8628, section 3.5). */
    public static final int WAIT = 5;

    /** How many requests of one client may wait for an answer. */
    static final int MAX_OPEN_PER_CLIENT = 5_000;

    /** How many of them from one network, where the client proves nothing: whoever wants to fill it up needs many networks. */
    static final int MAX_OPEN_PER_NETWORK = 20;

    /** The program's code: the mark of the person's, which no other text can be in a statement, and a secret. */
    private static final Pattern DEVICE_CODE = Pattern.compile("[0-9A-Z]{26}[A-Za-z0-9_-]{43}");

    private static final int LONGEST_WAIT = 60;
    /** A question may come a little early: the network is not always as slow. */
    private static final Duration EARLY = Duration.ofSeconds(1);
    /**
     * So long a program is told that its code has ended, and not that there is none; and so long it may fetch what a person
     * allowed in the last seconds.
     */
    public static final Duration KEPT_AFTER_EXPIRY = Duration.ofMinutes(2);

    private static final int MARK = 26;
    private static final int SWEPT_AT_ONCE = 5_000;
    private static final String PURPOSE = "user code of a device";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DeviceAuthorizationStore store;
    private final Seal seal;
    private final InstantSource clock;

    DeviceAuthorizations(DeviceAuthorizationStore store, Seal seal, InstantSource clock) {
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

    /**
     * A request that waits for a person.
     *
     * @param network where the program asked from, as people write it; empty where nobody knows
     */
    public record PendingRequest(
            String userCode, UUID client, Set<String> scopes, Instant at, Instant endsAt, String network) {}

    /** What a program that asks is told. */
    public sealed interface PollResult {
        /** Nobody has answered yet. */
        record Pending() implements PollResult {}

        /** Nor yet, and the program asks too often. */
        record SlowDown() implements PollResult {}

        record Denied() implements PollResult {}

        record Expired() implements PollResult {}

        /** Nobody gave the program such a code. */
        record Unknown() implements PollResult {}

        /**
         * The person allowed it.
         *
         * @param authorization what the program gets
         * @param usedAt when it got it before, or null
         */
        record Allowed(UUID authorization, @Nullable Instant usedAt) implements PollResult {}
    }

    /**
     * Begins a request; empty where too many of the client's wait already.
     *
     * @param network where the program asks from: {@code 192.0.2.7}, {@code 2001:db8:0:0::/64}
     */
    @Transactional
    public Optional<Begun> begin(Client client, Set<String> scopes, String network) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        UserCode code = UserCode.fresh();
        String mark = mark(code);
        var begun = new DeviceAuthorization(
                mark,
                Sha256.hex(secret),
                client.id(),
                scopes,
                now,
                now.plus(LASTS),
                WAIT,
                null,
                null,
                null,
                null,
                network);
        int perNetwork = client.confidential() ? MAX_OPEN_PER_CLIENT : MAX_OPEN_PER_NETWORK;
        // a code that is somebody's is refused, too: of 17,000,000,000 that happens to nobody
        return store.insert(begun, MAX_OPEN_PER_CLIENT, perNetwork)
                ? Optional.of(new Begun(mark + secret, code.shown(), now, begun.endsAt()))
                : Optional.empty();
    }

    /** Whether somebody's program was given such a code lately, which may be answered or have ended since. */
    public boolean known(String typed) {
        return UserCode.read(typed).flatMap(code -> store.find(mark(code))).isPresent();
    }

    /** Finds the request that a person means, however the code was typed; empty when there is none that waits. */
    public Optional<PendingRequest> find(String typed) {
        Instant now = clock.instant();
        return UserCode.read(typed)
                .flatMap(code -> store.find(mark(code))
                        .filter(one -> one.answeredAt() == null && now.isBefore(one.endsAt()))
                        .map(one -> new PendingRequest(
                                code.shown(), one.client(), one.scopes(), one.begunAt(), one.endsAt(), one.network())));
    }

    /**
     * Answers a request, in the caller's transaction; false when it was answered before, or too late.
     *
     * @param authorization what the person allowed, or null: nothing
     */
    public boolean answer(PendingRequest asked, @Nullable UUID authorization) {
        return UserCode.read(asked.userCode())
                .filter(code -> store.answer(mark(code), clock.instant(), authorization))
                .isPresent();
    }

    /** What the program is told that asks now. */
    @Transactional
    public PollResult poll(Client client, String deviceCode) {
        DeviceAuthorization code = locked(client, deviceCode);
        if (code == null) return new PollResult.Unknown();
        Instant now = clock.instant();
        if (code.answeredAt() != null) return answered(code, now);
        if (!now.isBefore(code.endsAt())) return new PollResult.Expired();
        Instant last = code.polledAt();
        boolean early = last != null
                && now.isBefore(last.plusSeconds(code.waitSeconds()).minus(EARLY));
        store.poll(
                code.userMark(), now, early ? Math.min(code.waitSeconds() + WAIT, LONGEST_WAIT) : code.waitSeconds());
        return early ? new PollResult.SlowDown() : new PollResult.Pending();
    }

    /** Takes what was allowed, in the caller's transaction; whoever comes again is told since when it is taken. */
    @Transactional
    public PollResult redeem(Client client, String deviceCode) {
        DeviceAuthorization code = locked(client, deviceCode);
        if (code == null) return new PollResult.Unknown();
        if (code.answeredAt() == null) return new PollResult.Pending();
        Instant now = clock.instant();
        PollResult told = answered(code, now);
        if (told instanceof PollResult.Allowed allowed && allowed.usedAt() == null) store.use(code.userMark(), now);
        return told;
    }

    private static PollResult answered(DeviceAuthorization code, Instant now) {
        UUID authorization = code.authorization();
        if (authorization != null && code.usedAt() != null) return new PollResult.Allowed(authorization, code.usedAt());
        Instant last = authorization == null ? code.endsAt() : code.endsAt().plus(KEPT_AFTER_EXPIRY);
        if (!now.isBefore(last)) return new PollResult.Expired();
        return authorization == null ? new PollResult.Denied() : new PollResult.Allowed(authorization, null);
    }

    private @Nullable DeviceAuthorization locked(Client client, String deviceCode) {
        if (!DEVICE_CODE.matcher(deviceCode).matches()) return null;
        byte[] hash = Sha256.hex(deviceCode.substring(MARK)).getBytes(StandardCharsets.US_ASCII);
        return store.lock(deviceCode.substring(0, MARK))
                .filter(one -> one.client().equals(client.id()))
                .filter(one -> MessageDigest.isEqual(one.secretHash().getBytes(StandardCharsets.US_ASCII), hash))
                .orElse(null);
    }

    /** Deletes those that have ended. */
    void sweep() {
        while (store.sweep(clock.instant().minus(KEPT_AFTER_EXPIRY), SWEPT_AT_ONCE) == SWEPT_AT_ONCE) {
            if (Thread.currentThread().isInterrupted()) return;
        }
    }

    /** By the newest key: a request that began before a change of keys is found no more, ten minutes long. */
    private String mark(UserCode code) {
        return seal.mark(code.letters(), PURPOSE);
    }
}
