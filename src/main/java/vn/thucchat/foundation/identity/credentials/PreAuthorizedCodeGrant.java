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
record PreAuthorizedCodeGrant(CredentialOffers offers) implements AnonymousGrant {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CODE = "pre-authorized_code";
    private static final String TRANSACTION_CODE = "tx_code";
    private static final String INVALID_DETAILS = "invalid_authorization_details";
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

    /** What cannot be read must not use up the code, and what was not made here is looked up nowhere. */
    @Override
    public @Nullable String fault(Map<String, String> form) {
        String code = form.getOrDefault(CODE, "");
        String details = form.getOrDefault(DETAILS, "");
        if (code.isEmpty()
                || code.length() > LONGEST
                || form.getOrDefault(TRANSACTION_CODE, "").isEmpty()) return OAuth2ErrorCodes.INVALID_REQUEST;
        if (!details.isEmpty() && wanted(details).isEmpty()) return INVALID_DETAILS;
        return offers.made(code) ? null : OAuth2ErrorCodes.INVALID_GRANT;
    }

    @Override
    public Answer answer(Map<String, String> form, @Nullable String jkt) {
        String details = form.getOrDefault(DETAILS, "");
        String wanted = details.isEmpty() ? null : wanted(details).orElseThrow();
        return switch (offers.redeem(
                form.getOrDefault(CODE, ""), form.getOrDefault(TRANSACTION_CODE, ""), jkt, wanted)) {
            case Redeemed.Refused() -> new Answer.Refused(OAuth2ErrorCodes.INVALID_GRANT);
            case Redeemed.OtherType() -> new Answer.Refused(INVALID_DETAILS);
            case Redeemed.Token(var token, var lasts, var offer) ->
                new Answer.Granted(token, lasts, wanted == null ? Map.of() : authorizationDetails(offer));
        };
    }

    /** The configuration that a wallet asks for; empty when it cannot be read. */
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

    private static Map<String, Object> authorizationDetails(CredentialOffer offer) {
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
