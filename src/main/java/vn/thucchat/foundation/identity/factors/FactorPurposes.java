package vn.thucchat.foundation.identity.factors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class FactorPurposes {

    static final String FACTORS = "identity.factors";

    @Bean
    static DataPurpose factorPurpose() {
        return DataPurpose.of(FACTORS, LegalBasis.STATE_FUNCTION);
    }
}
