package vn.thucchat.foundation.identity.recovery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class RecoveryPurposes {

    static final String RECOVERY = "identity.recovery";

    @Bean
    static DataPurpose recoveryPurpose() {
        return DataPurpose.of(RECOVERY, LegalBasis.STATE_FUNCTION);
    }
}
