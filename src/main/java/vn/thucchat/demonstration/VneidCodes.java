package vn.thucchat.demonstration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;

/** Authorization codes of the imitation of VNeID: sealed, good once and for a minute. */
public final class VneidCodes {

    private static final Duration HOLDS = Duration.ofMinutes(1);
    private static final String PURPOSE = "imitated VNeID code";
    private static final int MOST_REMEMBERED = 10_000;

    private final Seal seal;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    VneidCodes(Seal seal, JsonMapper json, InstantSource clock) {
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a request to sign in asks for.
     *
     * @param challenge of PKCE, S256
     */
    public record Request(String state, String nonce, String challenge) {}

    /** What a code stands for. */
    record Grant(String subject, int level, String nonce, String challenge, Instant at) {}

    String make(Request request, VneidCitizen citizen, int level) {
        var grant = new Grant(citizen.subject(), level, request.nonce(), request.challenge(), clock.instant());
        return seal.close(json.writeValueAsString(grant), PURPOSE);
    }

    /** Empty when it was redeemed before, is too old, or the verifier is not that of its request. */
    Optional<Grant> redeem(String code, String verifier) {
        try {
            Grant grant = json.readValue(seal.open(code, PURPOSE), Grant.class);
            boolean good = grant.at().plus(HOLDS).isAfter(clock.instant())
                    && grant.challenge().equals(challenge(verifier));
            if (used.size() > MOST_REMEMBERED) used.clear();
            return good && used.add(code) ? Optional.of(grant) : Optional.empty();
        } catch (IllegalStateException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
