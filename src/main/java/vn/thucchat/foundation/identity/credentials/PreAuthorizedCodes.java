package vn.thucchat.foundation.identity.credentials;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.credentials.CredentialOffers.Redeemed;
import vn.thucchat.foundation.identity.provider.AnonymousGrant;

/**
 * The grant by which a wallet gets a token for a code that a person gave it (OpenID4VCI 1.0, section 6). Wallets are not
 * registered: whoever has the code and knows the transaction code is the person's.
 */
@Component
record PreAuthorizedCodes(CredentialOffers offers) implements AnonymousGrant {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DETAILS = "authorization_details";
    private static final int LONGEST = 4_000;

    @Override
    public String grantType() {
        return CredentialOffers.GRANT;
    }

    @Override
    public Map<String, Object> metadata() {
        return Map.of(
                "pre-authorized_grant_anonymous_access_supported",
                true,
                "authorization_details_types_supported",
                List.of("openid_credential"));
    }

    @Override
    public Answer answer(Map<String, String> form, @Nullable String jkt) {
        String code = form.getOrDefault("pre-authorized_code", "");
        String transactionCode = form.getOrDefault("tx_code", "");
        String details = form.getOrDefault(DETAILS, "");
        if (code.isEmpty() || code.length() > LONGEST || transactionCode.isEmpty())
            return new Answer.Refused(OAuth2ErrorCodes.INVALID_REQUEST);
        // what cannot be read must not use up the code
        Optional<String> wanted = details.isEmpty() ? Optional.of("") : wanted(details);
        if (wanted.isEmpty()) return new Answer.Refused("invalid_authorization_details");
        boolean identified = !details.isEmpty();
        return switch (offers.redeem(code, transactionCode, jkt, identified)) {
            case Redeemed.Refused() -> new Answer.Refused(OAuth2ErrorCodes.INVALID_GRANT);
            case Redeemed.Token(var token, var lasts, var offer) ->
                new Answer.Granted(token, lasts, identified ? told(offer) : Map.of());
        };
    }

    /** The configuration that a wallet asks for; empty when it cannot be read. There is one in an offer, whichever is asked for. */
    private static Optional<String> wanted(String details) {
        if (details.length() > LONGEST) return Optional.empty();
        try {
            JsonNode read = JSON.readTree(details);
            if (!read.isArray() || read.size() != 1) return Optional.empty();
            JsonNode one = read.get(0);
            String configuration = one.path("credential_configuration_id").asString("");
            return one.path("type").asString("").equals("openid_credential") && !configuration.isEmpty()
                    ? Optional.of(configuration)
                    : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> told(CredentialOffer offer) {
        return Map.of(
                DETAILS,
                List.of(Map.of(
                        "type",
                        "openid_credential",
                        "credential_configuration_id",
                        offer.type(),
                        "credential_identifiers",
                        List.of(offer.holding().toString()))));
    }
}
