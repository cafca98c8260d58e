package vn.thucchat.foundation.identity.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.provider.Issuer;

/**
 * Verifies that a wallet holds the key that a credential is to be bound to (OpenID4VCI 1.0, appendix F.1): a text signed with
 * it, for this issuer, now, with a nonce of ours.
 */
@Component
record KeyProofs(Issuer issuer, InstantSource clock) {

    private static final JOSEObjectType TYPE = new JOSEObjectType("openid4vci-proof+jwt");
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Duration AHEAD = Duration.ofSeconds(30);
    private static final int LONGEST = 8_000;

    /**
     * What a proof shows.
     *
     * @param key public, with nothing beside its coordinates
     */
    record Shown(ECKey key, String nonce) {}

    /** Empty when the proof is worth nothing. */
    Optional<Shown> verify(String proof) {
        if (proof.length() > LONGEST) return Optional.empty();
        try {
            SignedJWT text = SignedJWT.parse(proof);
            var header = text.getHeader();
            boolean ours = TYPE.equals(header.getType())
                    && JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    && header.getKeyID() == null
                    && header.getX509CertChain() == null;
            if (!ours || !(header.getJWK() instanceof ECKey sent) || sent.isPrivate()) return Optional.empty();
            if (!Curve.P_256.equals(sent.getCurve()) || !text.verify(new ECDSAVerifier(sent))) return Optional.empty();
            JWTClaimsSet claims = text.getJWTClaimsSet();
            String nonce = claims.getStringClaim("nonce");
            boolean fits = claims.getAudience().equals(List.of(issuer.name())) && young(claims.getIssueTime());
            if (!fits || nonce == null || nonce.isEmpty()) return Optional.empty();
            ECKey bare = new ECKey.Builder(sent.getCurve(), sent.getX(), sent.getY()).build();
            return Optional.of(new Shown(bare, nonce));
        } catch (ParseException | JOSEException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private boolean young(@Nullable Date issued) {
        if (issued == null) return false;
        Instant now = clock.instant();
        Instant at = issued.toInstant();
        return !at.isBefore(now.minus(OLDEST)) && !at.isAfter(now.plus(AHEAD));
    }
}
