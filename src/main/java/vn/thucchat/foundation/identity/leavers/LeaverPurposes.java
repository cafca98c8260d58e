package vn.thucchat.foundation.identity.leavers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class LeaverPurposes {

    static final String DEPARTURE = "identity.departure";

    @Bean
    static DataPurpose leaverPurpose() {
        return DataPurpose.of(DEPARTURE, LegalBasis.STATE_FUNCTION);
    }
}
