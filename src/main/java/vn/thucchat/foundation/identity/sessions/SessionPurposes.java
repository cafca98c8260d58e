package vn.thucchat.foundation.identity.sessions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class SessionPurposes {

    static final String SESSION = "identity.session";

    @Bean
    static DataPurpose sessionPurpose() {
        return DataPurpose.of(SESSION, LegalBasis.STATE_FUNCTION);
    }
}
