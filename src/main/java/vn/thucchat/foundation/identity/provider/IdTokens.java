package vn.thucchat.foundation.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.Issuer;

/** Writes and recognises what tells a client who signed in, when and how (OpenID Connect Core 1.0, section 2). */
@Component
public class IdTokens {

    static final Duration LASTS = Duration.ofMinutes(10);

    private static final Duration LOGOUT_LASTS = Duration.ofMinutes(2);
    private static final int LONGEST = 4_000;

    private final SigningKeys keys;
    private final SubjectIdentifiers subjects;
    private final Issuer issuer;
    private final InstantSource clock;

    IdTokens(SigningKeys keys, SubjectIdentifiers subjects, Issuer issuer, InstantSource clock) {
        this.keys = keys;
        this.subjects = subjects;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * What a token of ours said, whether it has ended or not.
     *
     * @param clientId of the client that it was for
     * @param session as that client calls it, or null
     */
    public record Hint(
            String clientId, String subject, @Nullable String session) {}

    /**
     * Writes the token.
     *
     * @param nonce of the request, or null where it is a refresh
     * @param accessToken that is given with it
     * @param idTokenClaims what else the client wants to be told here
     */
    String write(
            Client client,
            Authorization.Person person,
            @Nullable String nonce,
            String accessToken,
            Map<String, Object> idTokenClaims) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer.name())
                .subject(subjects.of(client, person.account()))
                .audience(client.clientId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LASTS)))
                .claim("azp", client.clientId())
                .claim("auth_time", person.authTime().getEpochSecond())
                .claim("acr", person.acr())
                .claim("amr", person.amr())
                .claim("at_hash", accessTokenHash(accessToken));
        idTokenClaims.forEach(claims::claim);
        if (nonce != null) claims.claim("nonce", nonce);
        if (person.session() != null) claims.claim("sid", subjects.session(client, person.session()));
        return signed(client, JOSEObjectType.JWT, claims.build());
    }

    /** The left half of the SHA-256 of a token (OpenID Connect Core 1.0, section 3.1.3.6), for both of our algorithms. */
    private static String accessTokenHash(String token) {
        byte[] hash = HexFormat.of().parseHex(Sha256.hex(token));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    /** Writes what tells a client that a session has ended (OpenID Connect Back-Channel Logout 1.0, section 2.4). */
    public String logout(Client client, UUID account, UUID session) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer.name())
                .subject(subjects.of(client, account))
                .audience(client.clientId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LOGOUT_LASTS)))
                .jwtID(Ids.next(clock).toString())
                .claim("sid", subjects.session(client, session))
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return signed(client, new JOSEObjectType("logout+jwt"), claims.build());
    }

    private String signed(Client client, JOSEObjectType type, JWTClaimsSet claims) {
        RSAKey key = keys.current();
        // RS256 is what every client knows; FAPI 2.0 does without it (section 5.4.1)
        var header = new JWSHeader.Builder(client.security().fapi() ? JWSAlgorithm.PS256 : JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(type)
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a token that we signed, however long ago; empty when it is none. */
    public Optional<Hint> read(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        try {
            SignedJWT token = SignedJWT.parse(text);
            RSAKey key = keys.find(token.getHeader().getKeyID()).orElse(null);
            if (key == null || !token.verify(new RSASSAVerifier(key))) return Optional.empty();
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (claims.getClaim("events") != null) return Optional.empty();
            if (!issuer.name().equals(claims.getIssuer())
                    || claims.getAudience().size() != 1) return Optional.empty();
            return Optional.of(
                    new Hint(claims.getAudience().getFirst(), claims.getSubject(), claims.getStringClaim("sid")));
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }
}
