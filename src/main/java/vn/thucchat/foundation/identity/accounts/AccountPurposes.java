package vn.thucchat.foundation.identity.accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class AccountPurposes {

    @Bean
    static DataPurpose accountPurpose() {
        return DataPurpose.of("identity.account", LegalBasis.STATE_FUNCTION);
    }
}
