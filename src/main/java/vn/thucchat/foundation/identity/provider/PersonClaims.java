package vn.thucchat.foundation.identity.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.clients.ClientScope;

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

    private final IssuedTokens given;
    private final SubjectIdentifiers subjects;

    PersonClaims(IssuedTokens given, SubjectIdentifiers subjects) {
        this.given = given;
        this.subjects = subjects;
    }

    /** What a token of a person is worth here. */
    public sealed interface Told {
        /** The token has ended, or is about no person. */
        record Invalid() implements Told {}

        /** It was not given for this. */
        record Insufficient() implements Told {}

        record Claims(Map<String, Object> claims) implements Told {}
    }

    public Told of(String accessToken) {
        return given.open(accessToken).map(this::told).orElseGet(Told.Invalid::new);
    }

    private Told told(IssuedTokens.Opened opened) {
        if (opened.person() == null) return new Told.Invalid();
        if (!has(opened, ClientScope.OPENID)) return new Told.Insufficient();
        Actor actor = opened.person().actor();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", subjects.of(opened.client(), actor.account()));
        if (has(opened, ClientScope.PROFILE)) {
            claims.put("name", actor.name());
            claims.put("preferred_username", actor.username());
        }
        if (has(opened, ClientScope.ROLES)) claims.put("roles", roles(actor));
        return new Told.Claims(claims);
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
