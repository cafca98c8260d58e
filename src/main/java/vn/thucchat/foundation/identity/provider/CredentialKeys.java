package vn.thucchat.foundation.identity.provider;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/** Keys that sign what people carry in wallets (P-256, ES256), rotated as those of tokens and shown for longer. */
@Service
public class CredentialKeys {

    /** How long a credential may be good: for so long its key is shown. */
    public static final Duration LONGEST = Duration.ofDays(180);

    private final KeyRotation keys;

    CredentialKeys(KeyRotation keys) {
        this.keys = keys;
    }

    /** The key that signs now, with its private part. */
    public ECKey current() {
        return keys.current(KeyPurpose.CREDENTIALS).toECKey();
    }

    /** The public keys by which credentials that are still good were signed. */
    public List<JWK> shown() {
        return keys.shown(KeyPurpose.CREDENTIALS);
    }

    /** Makes the next key a day before it is needed. */
    public void rotate() {
        keys.rotate(KeyPurpose.CREDENTIALS);
    }
}
