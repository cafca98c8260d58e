package vn.thucchat.foundation.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.provider.PresentedTokens.Presented;

/** What a client is told of a person for an access token, as far as its scopes go (OpenID Connect Core 1.0, section 5.3). */
@Component
public class PersonClaims {

    /** All that there may be. */
    static final List<String> NAMES = List.of(
            "sub",
            "iss",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "nonce",
            "acr",
            "amr",
            "azp",
            "sid",
            "name",
            "preferred_username",
            "roles");

    private final PresentedTokens presented;
    private final SubjectIdentifiers subjects;

    PersonClaims(PresentedTokens presented, SubjectIdentifiers subjects) {
        this.presented = presented;
        this.subjects = subjects;
    }

    /** What a token of a person is worth here. */
    public sealed interface Told {
        /**
         * There is no token, it has ended, is about no person, or was not given for this.
         *
         * @param challenges for {@code WWW-Authenticate}
         */
        record Refused(HttpStatus status, List<String> challenges) implements Told {}

        record Claims(Map<String, Object> claims) implements Told {}
    }

    /** What the token of a request tells. */
    public Told of(HttpServletRequest request) {
        return switch (presented.read(request, true)) {
            case Presented.Refused(var status, var challenges) -> new Told.Refused(status, challenges);
            case Presented.Valid(var scheme, var opened) -> told(scheme, opened);
        };
    }

    private Told told(String scheme, IssuedTokens.Opened opened) {
        if (opened.person() == null) return refused(HttpStatus.UNAUTHORIZED, scheme, "invalid_token", null);
        if (!has(opened, ClientScope.OPENID))
            return refused(HttpStatus.FORBIDDEN, scheme, "insufficient_scope", "openid");
        Actor actor = opened.person().actor();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", subjects.of(opened.client(), actor.account()));
        claims.putAll(of(actor, opened.token().scopes()));
        return new Told.Claims(claims);
    }

    /** What scopes let a client know of somebody. */
    static Map<String, Object> of(Actor actor, Set<String> scopes) {
        var claims = new LinkedHashMap<String, Object>();
        if (scopes.contains(ClientScope.PROFILE.parameter())) {
            claims.put("name", actor.name());
            claims.put("preferred_username", actor.username());
        }
        if (scopes.contains(ClientScope.ROLES.parameter())) claims.put("roles", roles(actor));
        return claims;
    }

    private static Told refused(HttpStatus status, String scheme, String error, @Nullable String scope) {
        return new Told.Refused(status, List.of(PresentedTokens.challenge(scheme, error, scope)));
    }

    private static List<Map<String, String>> roles(Actor actor) {
        return actor.grants().stream()
                .map(grant -> Map.of("role", grant.role(), "unit", grant.unit()))
                .toList();
    }

    private static boolean has(IssuedTokens.Opened opened, ClientScope scope) {
        return opened.token().scopes().contains(scope.parameter());
    }
}
