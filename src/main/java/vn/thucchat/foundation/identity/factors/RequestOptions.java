package vn.thucchat.foundation.identity.factors;

import java.util.Base64;
import java.util.List;

/**
 * What a browser needs to use a key: {@code PublicKeyCredentialRequestOptionsJSON} of WebAuthn Level 3.
 *
 * @param allowCredentials the keys that may answer; none when the browser is to find them by itself
 */
public record RequestOptions(
        String challenge, long timeout, String rpId, List<Descriptor> allowCredentials, String userVerification) {

    static final String TYPE = "public-key";

    /**
     * Names a key.
     *
     * @param id in base64url
     */
    public record Descriptor(String type, String id, List<String> transports) {

        static Descriptor of(PasskeyStore.Described key) {
            return new Descriptor(TYPE, encoded(key.credentialId()), key.transports());
        }
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
