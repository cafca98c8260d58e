package vn.thucchat.foundation.identity.upstream;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Describes a provider of OpenID Connect that people sign in with.
 *
 * @param id part of addresses here: {@code vneid}
 * @param label what the button reads: {@code VNeID}
 * @param issuer as its tokens name it, exactly: {@code https://sso.example/realms/vneid}
 * @param metadata where its discovery document is
 * @param clientId as the provider has registered this platform
 * @param clientSecret by which this platform proves who it is (client_secret_basic)
 * @param claims how the provider names what is read of a person
 * @param levels our level, 1 or 2, by the value of the provider's claim: {@code {"2": 2}}
 * @param leastLevel what is asked of people: 1 or 2
 * @param synthetic it knows invented people only, and opens invented accounts only
 */
public record UpstreamProvider(
        String id,
        String label,
        String issuer,
        URI metadata,
        String clientId,
        String clientSecret,
        ClaimNames claims,
        Map<String, Integer> levels,
        int leastLevel,
        boolean synthetic) {

    /**
     * Names of claims in the ID token. What VNeID calls them is not published: they are configuration.
     *
     * @param number of the personal identification number
     * @param born of the birthday, {@code 1988-04-12} or {@code 12/04/1988}
     * @param level of the level of identification
     * @param organisation of the tax code, of an organisation's account
     */
    public record ClaimNames(
            String number, String name, String born, String level, String organisation, String organisationName) {

        /** Reads {@code number=citizen_pid,level=acr}; what is not named keeps its usual name. */
        public static ClaimNames of(Map<String, String> named) {
            return new ClaimNames(
                    named.getOrDefault("number", "citizen_pid"),
                    named.getOrDefault("name", "name"),
                    named.getOrDefault("born", "birthdate"),
                    named.getOrDefault("level", "acr"),
                    named.getOrDefault("organisation", "tax_code"),
                    named.getOrDefault("organisationName", "organisation_name"));
        }
    }

    public UpstreamProvider {
        levels = Map.copyOf(levels);
    }

    /** Where people begin to sign in with it. */
    public String path() {
        return "/upstream/" + id;
    }

    /** The same, for who wants to come to a page of this site by it. */
    public String path(String to) {
        return path() + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /** Where it sends them back to, below the address of this site. */
    public String callback() {
        return path() + "/callback";
    }
}
