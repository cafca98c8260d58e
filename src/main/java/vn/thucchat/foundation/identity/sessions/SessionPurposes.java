package vn.thucchat.foundation.identity.sessions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class SessionPurposes {

    @Bean
    static DataPurpose sessionPurpose() {
        return DataPurpose.of("identity.session", LegalBasis.STATE_FUNCTION);
    }
}
