package vn.thucchat.foundation.identity.credentials;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectBuilder;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.ECKey;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.clients.Issuer;

/**
 * Writes credentials (SD-JWT VC on RFC 9901): signed, with the hash of each part that the holder may leave out, followed by
 * these parts; bound to the wallet's key.
 */
@Component
record SdJwtWriter(
        Issuer issuer,
        CredentialTypes types,
        CredentialTypeMetadata descriptions,
        StatusLists lists,
        CredentialSigner signer) {

    private static final JOSEObjectType TYPE = new JOSEObjectType(IssuerMetadata.FORMAT);

    String write(CredentialType type, CredentialDataset holding, IssuedCredential issued, ECKey holderKey) {
        var claims = new SDObjectBuilder();
        claims.putClaim("iss", issuer.name());
        claims.putClaim("iat", issued.issuedAt().getEpochSecond());
        claims.putClaim("exp", issued.endsAt().getEpochSecond());
        claims.putClaim("vct", types.vct(type));
        claims.putClaim("vct#integrity", descriptions.integrity(type));
        claims.putClaim("cnf", Map.of("jwk", holderKey.toJSONObject()));
        claims.putClaim("status", Map.of("status_list", Map.of("idx", issued.idx(), "uri", lists.uri(issued.list()))));
        claims.putClaim(CredentialTypeMetadata.SYNTHETIC, holding.synthetic());
        var parts = new ArrayList<Disclosure>();
        for (CredentialType.Claim claim : type.claims()) {
            Object value = holding.claims().get(claim.name());
            if (value == null) continue;
            if (claim.selective()) parts.add(claims.putSDClaim(claim.name(), value));
            else claims.putClaim(claim.name(), value);
        }
        return new SDJWT(signer.sign(TYPE, claims.build(true)), parts).toString();
    }
}
