package vn.thucchat.foundation.identity.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.provider.CredentialKeys;

/** Signs credentials and status lists: ES256, by a key that the issuer's metadata shows under its id. */
@Component
record CredentialSigner(CredentialKeys keys) {

    String sign(JOSEObjectType type, Map<String, Object> claims) {
        ECKey key = keys.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type)
                .keyID(key.getKeyID())
                .build();
        var text = new JWSObject(header, new Payload(claims));
        try {
            text.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return text.serialize();
    }
}
