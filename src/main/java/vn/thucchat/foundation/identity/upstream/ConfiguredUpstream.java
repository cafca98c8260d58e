package vn.thucchat.foundation.identity.upstream;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The provider that the installation's configuration names: VNeID. */
@Component
class ConfiguredUpstream implements UpstreamSource {

    private final Optional<UpstreamProvider> provider;

    /**
     * @param claims {@code number=citizen_pid,born=birthdate}
     * @param levels {@code 1=1,2=2}: the provider's value, and our level
     */
    ConfiguredUpstream(
            @Value("${thucchat.vneid.issuer}") String issuer,
            @Value("${thucchat.vneid.client-id}") String clientId,
            @Value("${thucchat.vneid.client-secret}") String clientSecret,
            @Value("${thucchat.vneid.label}") String label,
            @Value("${thucchat.vneid.claims}") String claims,
            @Value("${thucchat.vneid.levels}") String levels,
            @Value("${thucchat.vneid.least-level}") int leastLevel) {
        if (issuer.isBlank()) {
            provider = Optional.empty();
            return;
        }
        if (clientId.isBlank() || clientSecret.isBlank())
            throw new IllegalStateException("VNEID_ISSUER needs VNEID_CLIENT_ID and VNEID_CLIENT_SECRET");
        if (!issuer.startsWith("https://")) throw new IllegalStateException("VNEID_ISSUER must begin with https://");
        if (leastLevel < 1 || leastLevel > 2)
            throw new IllegalStateException("VNEID_LEAST_LEVEL: 1 or 2, not " + leastLevel);
        var ours = new HashMap<String, Integer>();
        pairs(levels, "VNEID_LEVELS").forEach((theirs, level) -> ours.put(theirs, level(level)));
        provider = Optional.of(new UpstreamProvider(
                "vneid",
                label,
                issuer,
                metadata(issuer),
                clientId,
                clientSecret,
                UpstreamProvider.ClaimNames.of(pairs(claims, "VNEID_CLAIMS")),
                ours,
                leastLevel,
                false));
    }

    @Override
    public Optional<UpstreamProvider> provider() {
        return provider;
    }

    private static URI metadata(String issuer) {
        return URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
    }

    static Map<String, String> pairs(String text, String variable) {
        var pairs = new HashMap<String, String>();
        for (String pair : text.split(",", -1)) {
            if (pair.isBlank()) continue;
            int equals = pair.lastIndexOf('=');
            if (equals < 1) throw new IllegalStateException(variable + ": no name=value: " + pair);
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    private static int level(String typed) {
        if (!typed.matches("[12]")) throw new IllegalStateException("VNEID_LEVELS: 1 or 2, not " + typed);
        return Integer.parseInt(typed);
    }
}
