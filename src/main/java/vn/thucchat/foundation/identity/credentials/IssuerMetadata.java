package vn.thucchat.foundation.identity.credentials;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.clients.Issuer;
import vn.thucchat.foundation.identity.provider.CredentialKeys;

/** What this issuer does, for wallets and for whoever is shown a credential. */
@Service
public class IssuerMetadata {

    static final String FORMAT = "dc+sd-jwt";

    private final Issuer issuer;
    private final CredentialTypes types;
    private final CredentialTypeMetadata descriptions;
    private final CredentialKeys keys;

    IssuerMetadata(Issuer issuer, CredentialTypes types, CredentialTypeMetadata descriptions, CredentialKeys keys) {
        this.issuer = issuer;
        this.types = types;
        this.descriptions = descriptions;
        this.keys = keys;
    }

    /** The metadata of the issuer (OpenID4VCI 1.0, section 12.2). Nothing is encrypted but by TLS. */
    public Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("credential_issuer", issuer.name());
        document.put("authorization_servers", List.of(issuer.name()));
        document.put("credential_endpoint", issuer.name() + "/credentials/issue");
        document.put("nonce_endpoint", issuer.name() + "/credentials/nonce");
        document.put("notification_endpoint", issuer.name() + "/credentials/notification");
        document.put("batch_credential_issuance", Map.of("batch_size", CredentialOffers.MOST_ISSUED));
        document.put("display", descriptions.issuer());
        var configurations = new LinkedHashMap<String, Object>();
        for (CredentialType type : types.all()) configurations.put(type.code(), configuration(type));
        document.put("credential_configurations_supported", configurations);
        return document;
    }

    private Map<String, Object> configuration(CredentialType type) {
        var configuration = new LinkedHashMap<String, Object>();
        configuration.put("format", FORMAT);
        configuration.put("vct", types.vct(type));
        configuration.put("cryptographic_binding_methods_supported", List.of("jwk"));
        configuration.put("credential_signing_alg_values_supported", List.of("ES256"));
        configuration.put(
                "proof_types_supported", Map.of("jwt", Map.of("proof_signing_alg_values_supported", List.of("ES256"))));
        configuration.put("credential_metadata", descriptions.forWallets(type));
        return configuration;
    }

    /** The keys by which credentials and their status lists were signed (SD-JWT VC, JWT VC issuer metadata). */
    public Map<String, Object> keys() {
        return Map.of("issuer", issuer.name(), "jwks", new JWKSet(keys.shown()).toJSONObject(true));
    }

    /** The type metadata of a type. */
    public Optional<String> type(String code) {
        return types.find(code).map(descriptions::document);
    }

    /** Whether a well-known address asks for this issuer: what comes after it is the path of the issuer's name. */
    public boolean named(String path) {
        String own = issuer.name().replaceFirst("^[a-z]+://[^/]*", "");
        return path.isEmpty() || path.equals(own);
    }
}
