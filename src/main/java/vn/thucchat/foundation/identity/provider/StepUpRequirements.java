package vn.thucchat.foundation.identity.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.factors.AccountFactors;

/**
 * Decides what more a client wants its user to prove: anew ({@code prompt=login}, {@code max_age}), or by a second factor
 * ({@code acr}; OpenID Connect Core 1.0, sections 3.1.2.1 and 5.5.1.1).
 */
@Component
record StepUpRequirements(AccountFactors factors, Seal seal, InstantSource clock) {

    private static final String PURPOSE = "proof wanted by a client";

    /** How long somebody may take for the proof. */
    private static final Duration LASTS = Duration.ofMinutes(15);

    /** What is to be proven. */
    enum Need {
        /** nothing more */
        NONE,
        /** who they are, once more */
        AGAIN,
        /** a second factor */
        SECOND,
        /** a second factor that the person does not have, and without which the client goes no further */
        IMPOSSIBLE
    }

    Need of(AuthorizationRequest request, SignedIn person) {
        if (!fresh(request, person)) return Need.AGAIN;
        var wanted = request.wishes().acr();
        if (wanted.satisfiedBy(person.assurance())) return Need.NONE;
        boolean possible = wanted.values().contains(AuthenticationContext.TWO_FACTORS)
                && !factors.devices(person.getPrincipal().account()).isEmpty();
        if (possible) return Need.SECOND;
        boolean enough = wanted.values().contains(AuthenticationContext.acr(person.assurance()));
        return wanted.essential() && !enough ? Need.IMPOSSIBLE : Need.NONE;
    }

    /** Whether the latest proof is as young as the client wants it; one given on the way here is. */
    private boolean fresh(AuthorizationRequest request, SignedIn person) {
        var wishes = request.wishes();
        Instant provenAt = person.assurance().provenAt();
        Long maxAge = wishes.maxAge();
        boolean young = maxAge == null || person.assurance().within(Duration.ofSeconds(maxAge), clock.instant());
        if (young && !wishes.fresh()) return true;
        String[] mark = request.query().text(ClientSignIns.PROVEN_AFTER).split("\\.", 2);
        if (mark.length != 2
                || !MessageDigest.isEqual(
                        mark[1].getBytes(StandardCharsets.UTF_8),
                        mark(request, mark[0]).getBytes(StandardCharsets.UTF_8))) return false;
        long asked = Long.parseLong(mark[0]);
        return provenAt.getEpochSecond() >= asked && clock.instant().getEpochSecond() - asked <= LASTS.toSeconds();
    }

    /** The request, with a mark by which a proof given from now on counts. */
    RequestQuery marked(AuthorizationRequest request) {
        String now = Long.toString(clock.instant().getEpochSecond());
        return request.query().with(ClientSignIns.PROVEN_AFTER, now + "." + mark(request, now));
    }

    /** Good for this one request: another one, of the same client too, wants a proof of its own. */
    private String mark(AuthorizationRequest request, String second) {
        var bound = RequestQuery.of(Map.of())
                .with("at", second)
                .with("client", request.client().id().toString())
                .with("redirect_uri", request.answerTo().redirectUri())
                .with("state", request.answerTo().state())
                .with("nonce", request.nonce())
                .with("code_challenge", request.challenge());
        return seal.mark(bound.written(), PURPOSE);
    }
}
