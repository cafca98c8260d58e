package vn.thucchat.foundation.identity.credentials;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.clientkeys.UsedJtis;

/**
 * Nonces by which a wallet shows that its proof is fresh (OpenID4VCI 1.0, section 7). Nothing is kept for who asks for one: it
 * carries its own end, sealed; once used it is written down.
 */
@Service
public class CredentialNonces {

    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final String PURPOSE = "credential nonce";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seal seal;
    private final UsedJtis used;
    private final InstantSource clock;

    CredentialNonces(Seal seal, UsedJtis used, InstantSource clock) {
        this.seal = seal;
        this.used = used;
        this.clock = clock;
    }

    public String fresh() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String plain = clock.instant().plus(LASTS).toEpochMilli() + " "
                + HexFormat.of().formatHex(random);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal.close(plain.getBytes(StandardCharsets.US_ASCII), PURPOSE));
    }

    /** Whether it was made here, is not over and was not used before; it is used up by that. */
    boolean use(String nonce) {
        try {
            String plain =
                    new String(seal.open(Base64.getUrlDecoder().decode(nonce), PURPOSE), StandardCharsets.US_ASCII);
            Instant endsAt = Instant.ofEpochMilli(Long.parseLong(plain.split(" ", 2)[0]));
            return clock.instant().isBefore(endsAt) && used.use(PURPOSE, plain, endsAt);
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return false;
        }
    }
}
