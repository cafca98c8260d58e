package vn.thucchat.foundation.identity.clientkeys;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.clients.Client;

/**
 * Verifies by what clients prove who they are without a secret: a text signed with their own key, for this provider, of
 * use once and for five minutes ({@code private_key_jwt}, OpenID Connect Core 1.0, section 9; RFC 7523).
 */
@Service
public class ClientAssertions {

    /** The value of {@code client_assertion_type}. */
    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** How far a client's clock may be off (FAPI 2.0, section 5.3.2.1: 10 seconds must be taken, 60 must not). */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final ClientKeySets keys;
    private final UsedJtis used;
    private final InstantSource clock;

    ClientAssertions(ClientKeySets keys, UsedJtis used, InstantSource clock) {
        this.keys = keys;
        this.used = used;
        this.clock = clock;
    }

    /** The client that an assertion says it is from; nothing of it is proved. */
    public static Optional<String> clientId(String assertion) {
        if (assertion.length() > SignedTexts.LONGEST) return Optional.empty();
        try {
            JWTClaimsSet claims = SignedJWT.parse(assertion).getJWTClaimsSet();
            String subject = claims.getSubject();
            return subject != null && subject.equals(claims.getIssuer()) ? Optional.of(subject) : Optional.empty();
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether the client signed this, for this provider and for this time. It is used up by that.
     *
     * @param issuer the name of this provider
     * @param endpoints other names that clients call it by: those of its endpoints; not under FAPI 2.0
     */
    public boolean proves(Client client, String assertion, String issuer, Set<String> endpoints) {
        if (!client.security().keys()) return false;
        try {
            SignedJWT text = SignedJWT.parse(assertion);
            if (!keys.verify(client, text)) return false;
            JWTClaimsSet claims = text.getJWTClaimsSet();
            Instant now = clock.instant();
            boolean fits = client.clientId().equals(claims.getIssuer())
                    && client.clientId().equals(claims.getSubject())
                    && meant(client, text, issuer, endpoints)
                    && past(claims.getIssueTime(), now)
                    && past(claims.getNotBeforeTime(), now)
                    && soon(claims.getExpirationTime(), now);
            return fits
                    && used.use(
                            client.clientId(),
                            claims.getJWTID(),
                            now.plus(LONGEST).plus(SKEW).plus(SKEW));
        } catch (ParseException unreadable) {
            return false;
        }
    }

    /** FAPI 2.0, section 5.3.2.1: the name of the provider as a text, and nothing else. */
    private static boolean meant(Client client, SignedJWT text, String issuer, Set<String> endpoints)
            throws ParseException {
        // the claims would have it as a list in either case
        if (client.security().fapi())
            return issuer.equals(text.getPayload().toJSONObject().get("aud"));
        List<String> audience = text.getJWTClaimsSet().getAudience();
        return !audience.isEmpty() && audience.stream().allMatch(one -> one.equals(issuer) || endpoints.contains(one));
    }

    private static boolean past(@Nullable Date time, Instant now) {
        return time == null || !time.toInstant().isAfter(now.plus(SKEW));
    }

    private static boolean soon(@Nullable Date end, Instant now) {
        if (end == null) return false;
        Instant at = end.toInstant();
        return at.isAfter(now.minus(SKEW)) && !at.isAfter(now.plus(LONGEST).plus(SKEW));
    }
}
