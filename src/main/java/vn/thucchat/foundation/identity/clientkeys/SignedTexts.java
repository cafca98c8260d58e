package vn.thucchat.foundation.identity.clientkeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.clients.PublicKeys;

/** Verifies signatures of clients: PS256 and ES256, which the FAPI 2.0 Security Profile names (section 5.4.1). */
public final class SignedTexts {

    /** Names of the algorithms, for metadata. */
    public static final List<String> ALGORITHMS = List.of("PS256", "ES256");

    static final int LONGEST = 8_000;

    private SignedTexts() {}

    /** Whether the text was signed with this key, by an algorithm of {@link #ALGORITHMS}. */
    static boolean verified(SignedJWT text, JWK key) {
        try {
            JWSVerifier verifier = verifier(text.getHeader().getAlgorithm(), key);
            return verifier != null && text.verify(verifier);
        } catch (JOSEException unfit) {
            return false;
        }
    }

    private static @Nullable JWSVerifier verifier(JWSAlgorithm algorithm, JWK key) throws JOSEException {
        if (!PublicKeys.fit(key)) return null;
        if (key instanceof RSAKey rsa && algorithm.equals(JWSAlgorithm.PS256)) return new RSASSAVerifier(rsa);
        if (key instanceof ECKey ec && algorithm.equals(JWSAlgorithm.ES256)) return new ECDSAVerifier(ec);
        return null;
    }
}
