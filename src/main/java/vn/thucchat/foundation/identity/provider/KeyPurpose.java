package vn.thucchat.foundation.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;

/** What a key signs: by that it is of a kind, and shown for a time after it has signed for the last time. */
enum KeyPurpose {
    /** what clients are told; longer than any token, and than anybody keeps the list of keys */
    TOKENS(Duration.ofDays(1)),
    /** what people carry in wallets: until the last of them has ended */
    CREDENTIALS(CredentialKeys.LONGEST.plusDays(1));

    private final Duration shownAfter;

    KeyPurpose(Duration shownAfter) {
        this.shownAfter = shownAfter;
    }

    Duration shownAfter() {
        return shownAfter;
    }

    /** A new key: RSA of 2048 bits for tokens, P-256 for credentials. */
    JWK fresh() throws JOSEException {
        return switch (this) {
            case TOKENS ->
                new RSAKeyGenerator(2048)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyIDFromThumbprint(true)
                        .generate();
            case CREDENTIALS ->
                new ECKeyGenerator(Curve.P_256)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyIDFromThumbprint(true)
                        .generate();
        };
    }
}
