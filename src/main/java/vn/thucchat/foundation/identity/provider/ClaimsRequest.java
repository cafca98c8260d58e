package vn.thucchat.foundation.identity.provider;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.clients.ClientScope;

/**
 * Single claims that a client asks for (OpenID Connect Core 1.0, section 5.5): {@code {"id_token": {"acr": {"essential":
 * true, "values": ["…"]}}, "userinfo": {"name": null}}}. What is told of a person by a claim is allowed as the scope that
 * brings it; claims that there are not are left out.
 *
 * @param idTokenClaims names of the claims that the ID token is to hold, such as {@code name}; {@code userinfo} tells of the others
 * @param subjects of whom the client expects one ({@code sub}, section 5.5.1): nobody else's code answers it; none: anybody
 */
record ClaimsRequest(WantedLevel level, Set<String> scopes, Set<String> idTokenClaims, Set<String> subjects) {

    static final ClaimsRequest NONE = new ClaimsRequest(WantedLevel.ANY, Set.of(), Set.of(), Set.of());

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, ClientScope> SCOPES =
            Map.of("name", ClientScope.PROFILE, "preferred_username", ClientScope.PROFILE, "roles", ClientScope.ROLES);

    /** Reads the parameter; empty when nobody can read it. */
    static Optional<ClaimsRequest> read(String text) {
        if (text.isEmpty()) return Optional.of(NONE);
        try {
            JsonNode all = JSON.readTree(text);
            if (!all.isObject()) return Optional.empty();
            var scopes = new LinkedHashSet<String>();
            for (String place : List.of("userinfo", "id_token"))
                for (String name : all.path(place).propertyNames()) {
                    ClientScope scope = SCOPES.get(name);
                    if (scope != null) scopes.add(scope.parameter());
                }
            var subjects = new LinkedHashSet<String>();
            for (String place : List.of("userinfo", "id_token"))
                subjects.addAll(values(all.path(place).path("sub")));
            var idTokenClaims = new LinkedHashSet<>(SCOPES.keySet());
            idTokenClaims.retainAll(all.path("id_token").propertyNames());
            return Optional.of(
                    new ClaimsRequest(level(all.path("id_token").path("acr")), scopes, idTokenClaims, subjects));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static WantedLevel level(JsonNode acr) {
        return new WantedLevel(values(acr), acr.path("essential").asBoolean(false));
    }

    /** The values that one claim may have, the best first. */
    private static List<String> values(JsonNode claim) {
        var values = new ArrayList<String>();
        if (claim.path("value").isString()) values.add(claim.path("value").asString());
        for (JsonNode value : claim.path("values")) if (value.isString()) values.add(value.asString());
        return values;
    }
}
