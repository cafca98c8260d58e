package vn.thucchat.foundation.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class WorkPurposes {

    @Bean
    static DataPurpose itemPurpose() {
        return DataPurpose.of("work.item", LegalBasis.STATE_FUNCTION);
    }
}
