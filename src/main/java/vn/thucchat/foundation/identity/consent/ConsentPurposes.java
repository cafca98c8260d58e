package vn.thucchat.foundation.identity.consent;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class ConsentPurposes {

    @Bean
    static DataPurpose consentRecordPurpose() {
        return DataPurpose.of("identity.consent-record", LegalBasis.LAW);
    }
}
