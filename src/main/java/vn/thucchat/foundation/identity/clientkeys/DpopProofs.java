package vn.thucchat.foundation.identity.clientkeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.Sha256;

/** Verifies that a request was made by who holds a key (DPoP, RFC 9449, section 4.3). Each proof is accepted once. */
@Service
public class DpopProofs {

    /** The header that proofs are sent in. */
    public static final String HEADER = "DPoP";

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");
    /** How old a proof may be: networks are slow. */
    private static final Duration OLDEST = Duration.ofSeconds(60);
    /** How far a client's clock may be ahead: 10 seconds must be taken, 60 must not (FAPI 2.0, section 5.3.2.1). */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final UsedJtis used;
    private final InstantSource clock;

    DpopProofs(UsedJtis used, InstantSource clock) {
        this.used = used;
        this.clock = clock;
    }

    /**
     * Verifies a proof.
     *
     * @param uri of the request as clients know it, without its query: {@code https://id.example.vn/oauth2/token}
     * @param accessToken that was sent with it, or null where none is
     * @return the thumbprint of the key (RFC 7638, SHA-256); empty when the proof is worth nothing
     */
    public Optional<String> verify(String proof, String method, String uri, @Nullable String accessToken) {
        if (proof.length() > SignedTexts.LONGEST) return Optional.empty();
        try {
            SignedJWT text = SignedJWT.parse(proof);
            JWK key = text.getHeader().getJWK();
            if (!TYPE.equals(text.getHeader().getType()) || key == null || !SignedTexts.verified(text, key))
                return Optional.empty();
            JWTClaimsSet claims = text.getJWTClaimsSet();
            boolean fits = method.equals(claims.getStringClaim("htm"))
                    && same(uri, claims.getStringClaim("htu"))
                    && young(claims.getIssueTime())
                    && (accessToken == null || hash(accessToken).equals(claims.getStringClaim("ath")));
            String thumbprint = key.computeThumbprint().toString();
            Instant endsAt = clock.instant().plus(OLDEST).plus(AHEAD);
            return fits && used.use(thumbprint, claims.getJWTID(), endsAt) ? Optional.of(thumbprint) : Optional.empty();
        } catch (ParseException | JOSEException unreadable) {
            return Optional.empty();
        }
    }

    private boolean young(@Nullable Date issued) {
        if (issued == null) return false;
        Instant now = clock.instant();
        Instant at = issued.toInstant();
        return !at.isBefore(now.minus(OLDEST)) && !at.isAfter(now.plus(AHEAD));
    }

    /** Whether both are one address, but for query, fragment and spellings (RFC 3986, section 6.2). */
    private static boolean same(String expected, @Nullable String sent) {
        return sent != null && normal(expected).equals(normal(sent));
    }

    private static String normal(String uri) {
        try {
            URI read = new URI(uri).normalize();
            if (read.getScheme() == null || read.getHost() == null) return "";
            String scheme = read.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : 80;
            String port = read.getPort() < 0 || read.getPort() == usual ? "" : ":" + read.getPort();
            return scheme + "://" + read.getHost().toLowerCase(Locale.ROOT) + port + read.getRawPath();
        } catch (URISyntaxException unreadable) {
            return "";
        }
    }

    private static String hash(String accessToken) {
        byte[] digest = HexFormat.of().parseHex(Sha256.hex(accessToken.getBytes(StandardCharsets.UTF_8)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Whether two thumbprints are the same; nobody may measure how far. */
    public static boolean sameKey(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
