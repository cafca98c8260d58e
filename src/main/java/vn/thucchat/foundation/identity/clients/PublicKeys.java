package vn.thucchat.foundation.identity.clients;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the public keys by which a client authenticates: for PS256 (RSA from 2,048 bits) or ES256 (P-256). */
public final class PublicKeys {

    private static final int LONGEST = 20_000;
    private static final int MOST = 20;
    private static final int RSA_BITS = 2_048;

    private PublicKeys() {}

    /** Whether a JWK set (RFC 7517) holds such keys and no other. A private one belongs nowhere but with the client. */
    public static boolean fit(String jwks) {
        if (jwks.length() > LONGEST) return false;
        try {
            List<JWK> keys = JWKSet.parse(jwks).getKeys();
            return !keys.isEmpty() && keys.size() <= MOST && keys.stream().allMatch(PublicKeys::fit);
        } catch (ParseException unreadable) {
            return false;
        }
    }

    /** Whether a key is public and of such a kind. */
    public static boolean fit(JWK key) {
        return !key.isPrivate()
                && switch (key) {
                    case RSAKey rsa -> rsa.size() >= RSA_BITS;
                    case ECKey ec -> ec.getCurve().equals(Curve.P_256);
                    default -> false;
                };
    }

    /** What the keys of a set are called, or what they are where they have no name. */
    public static List<String> names(@Nullable String jwks) {
        if (jwks == null) return List.of();
        try {
            return JWKSet.parse(jwks).getKeys().stream()
                    .map(key -> key.getKeyID() == null ? key.getKeyType().getValue() : key.getKeyID())
                    .toList();
        } catch (ParseException unreadable) {
            return List.of();
        }
    }

    /** Whether keys can be read from an address: of https, and no loopback one. */
    public static boolean fitAddress(String uri) {
        return uri.startsWith("https://") && RedirectUris.fit(uri);
    }
}
