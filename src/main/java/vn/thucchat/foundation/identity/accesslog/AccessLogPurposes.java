package vn.thucchat.foundation.identity.accesslog;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class AccessLogPurposes {

    @Bean
    static DataPurpose accessLogPurpose() {
        return DataPurpose.of("identity.log", LegalBasis.LAW);
    }
}
