package vn.thucchat.foundation.identity.upstream;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.sessions.ReturnPath;

/** Begins sign-ins by a provider and ends them; what lies between is kept, sealed, by the browser. */
@Service
public class UpstreamSignIns {

    /** How long somebody may take at the provider. */
    private static final Duration ATTEMPT_HOLDS = Duration.ofMinutes(10);
    /** How long somebody may take to say that an account be made, or to sign in to the one they have. */
    public static final Duration WAITING_HOLDS = Duration.ofMinutes(10);
    /** Signs that a cookie surely holds, and {@link vn.thucchat.foundation.pages.SiteCookies} reads. */
    private static final int LONGEST_COOKIE = 3800;

    private static final String ATTEMPT = "upstream attempt";
    private static final String IDENTITY = "upstream identity";

    private final UpstreamClient client;
    private final Upstreams upstreams;
    private final Seal seal;
    private final JsonMapper json;
    private final InstantSource clock;

    UpstreamSignIns(UpstreamClient client, Upstreams upstreams, Seal seal, JsonMapper json, InstantSource clock) {
        this.client = client;
        this.upstreams = upstreams;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A sign-in that has begun.
     *
     * @param sealed what the browser brings back
     */
    public record Begun(URI address, String sealed) {}

    /**
     * Who somebody is, and where they wanted to go.
     *
     * @param again whether they were asked to prove it anew, and did
     */
    public record Answered(UpstreamProvider provider, UpstreamIdentity identity, String to, boolean again) {}

    /** Somebody without an account here, who is asked whether to make one. */
    public record Waiting(UpstreamIdentity identity, String to, Instant since) {}

    public Begun begin(UpstreamProvider provider, String to, boolean again) throws UpstreamException {
        SignInAttempt attempt = client.attempt(provider, to, again);
        String sealed = fitting(to, wanted -> sealed(attempt.to(wanted), ATTEMPT));
        return new Begun(client.address(provider, attempt), sealed);
    }

    /** Where somebody wanted to go whose sign-in comes to nothing; the start page when that is not known. */
    public String wanted(@Nullable String sealed) {
        return opened(sealed, ATTEMPT, SignInAttempt.class)
                .map(SignInAttempt::to)
                .orElse(ReturnPath.HOME);
    }

    /** Better at the start page than not signed in at all, where the wanted address is too long for a cookie. */
    private static String fitting(String to, UnaryOperator<String> sealing) {
        String sealed = sealing.apply(to);
        return sealed.length() <= LONGEST_COOKIE ? sealed : sealing.apply(ReturnPath.HOME);
    }

    private String sealed(Object kept, String purpose) {
        return seal.close(json.writeValueAsString(kept), purpose);
    }

    /**
     * @param sealed that the browser brought, or null
     * @param answer the whole address that the provider sent the browser to
     */
    public Answered end(UpstreamProvider provider, @Nullable String sealed, URI answer) throws UpstreamException {
        SignInAttempt attempt = opened(sealed, ATTEMPT, SignInAttempt.class)
                .filter(begun -> begun.provider().equals(provider.id())
                        && begun.begun().plus(ATTEMPT_HOLDS).isAfter(clock.instant()))
                .orElseThrow(() -> new UpstreamException(UpstreamFault.EXPIRED, "no attempt"));
        return new Answered(provider, client.identity(provider, attempt, answer), attempt.to(), attempt.again());
    }

    /** Keeps who somebody is until they have said whether to make an account. */
    public String waiting(Answered answered) {
        return fitting(
                answered.to(), wanted -> sealed(new Waiting(answered.identity(), wanted, clock.instant()), IDENTITY));
    }

    /** Empty when it is too old, was not made here, or its provider is not set up any more. */
    public Optional<Waiting> waiting(@Nullable String sealed) {
        return opened(sealed, IDENTITY, Waiting.class)
                .filter(waiting -> waiting.since().plus(WAITING_HOLDS).isAfter(clock.instant())
                        && upstreams.find(waiting.identity().provider()).isPresent());
    }

    private <T> Optional<T> opened(@Nullable String sealed, String purpose, Class<T> type) {
        if (sealed == null) return Optional.empty();
        try {
            return Optional.of(json.readValue(seal.open(sealed, purpose), type));
        } catch (IllegalStateException | JacksonException notOurs) {
            return Optional.empty();
        }
    }
}
