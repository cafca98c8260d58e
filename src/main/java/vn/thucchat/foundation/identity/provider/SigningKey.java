package vn.thucchat.foundation.identity.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs from one moment to another.
 *
 * @param kid how tokens name it
 * @param publicKey as clients read it (JWK, RFC 7517)
 * @param privateKey sealed; null once it has signed for the last time
 * @param shownUntil until its last token has ended
 */
record SigningKey(
        String kid,
        String publicKey,
        @Nullable String privateKey,
        Instant madeAt,
        Instant signsFrom,
        Instant signsUntil,
        Instant shownUntil) {}
