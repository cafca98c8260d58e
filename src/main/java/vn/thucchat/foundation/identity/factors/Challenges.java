package vn.thucchat.foundation.identity.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.database.Sha256;

/**
 * Makes challenges and knows them again without keeping them: 16 random bytes, the time in milliseconds (8 bytes) and a
 * mark under the installation's key, of what the challenge is for and of the browser that it was given to. What was
 * answered rightly is written down, and answered once. So strangers who ask for challenges leave nothing behind.
 */
@Component
class Challenges {

    /** How long a browser waits for its person too. */
    static final Duration LASTS = Duration.ofMinutes(5);

    private static final int RANDOM_BYTES = 16;
    private static final int HEAD = RANDOM_BYTES + Long.BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seal seal;
    private final ChallengeStore store;
    private final InstantSource clock;

    Challenges(Seal seal, ChallengeStore store, InstantSource clock) {
        this.seal = seal;
        this.store = store;
        this.clock = clock;
    }

    /** @param binding what only the browser that asks has: its session, or its form token */
    byte[] make(Ceremony purpose, String binding) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] head =
                ByteBuffer.allocate(HEAD).put(random).putLong(clock.millis()).array();
        byte[] mark = mark(head, purpose, binding);
        return ByteBuffer.allocate(HEAD + mark.length).put(head).put(mark).array();
    }

    /** Whether it was made here, for this and for this browser, a short while ago. */
    boolean valid(byte[] challenge, Ceremony purpose, String binding) {
        if (challenge.length <= HEAD) return false;
        byte[] head = Arrays.copyOf(challenge, HEAD);
        byte[] mark = Arrays.copyOfRange(challenge, HEAD, challenge.length);
        if (!MessageDigest.isEqual(mark, mark(head, purpose, binding))) return false;
        Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(head).getLong(RANDOM_BYTES));
        return made.plus(LASTS).isAfter(clock.instant());
    }

    /** Writes down that it was answered, in the caller's transaction; false when it was before. */
    boolean use(byte[] challenge) {
        return store.use(HexFormat.of().parseHex(Sha256.hex(challenge)), clock.instant());
    }

    /** Forgets those that are too old to be answered again. */
    int sweep() {
        return store.sweep(clock.instant().minus(LASTS.multipliedBy(2)));
    }

    private byte[] mark(byte[] head, Ceremony purpose, String binding) {
        return seal.mark(HexFormat.of().formatHex(head) + " " + binding, "passkey challenge " + purpose)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
