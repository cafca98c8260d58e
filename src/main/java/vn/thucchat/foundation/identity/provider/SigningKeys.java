package vn.thucchat.foundation.identity.provider;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keys that sign what clients are told: RSA of 2048 bits; RS256, and PS256 for FAPI 2.0. */
@Component
record SigningKeys(KeyRotation keys) implements JWKSource<SecurityContext> {

    /** The key that signs now, with its private part. */
    RSAKey current() {
        return read(keys.current(KeyPurpose.TOKENS));
    }

    /** Finds the public key that a token names, also one that is no longer published. */
    Optional<RSAKey> find(@Nullable String kid) {
        return keys.find(KeyPurpose.TOKENS, kid).map(SigningKeys::read);
    }

    /** The public keys that clients are shown. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return keys.shown(KeyPurpose.TOKENS).stream()
                .map(key -> (JWK) read(key))
                .toList();
    }

    void rotate() {
        keys.rotate(KeyPurpose.TOKENS);
    }

    /** Older ones name one algorithm, and sign by another too. */
    private static RSAKey read(JWK key) {
        return new RSAKey.Builder(key.toRSAKey()).algorithm(null).build();
    }
}
