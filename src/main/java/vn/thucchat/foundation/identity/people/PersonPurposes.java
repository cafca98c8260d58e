package vn.thucchat.foundation.identity.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class PersonPurposes {

    @Bean
    static DataPurpose personPurpose() {
        return DataPurpose.of("identity.person", LegalBasis.LAW);
    }
}
