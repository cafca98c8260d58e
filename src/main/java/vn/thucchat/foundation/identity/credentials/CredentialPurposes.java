package vn.thucchat.foundation.identity.credentials;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class CredentialPurposes {

    static final String CREDENTIALS = "identity.credential";

    @Bean
    static DataPurpose credentialPurpose() {
        return DataPurpose.of(CREDENTIALS, LegalBasis.STATE_FUNCTION);
    }
}
