package vn.thucchat.foundation.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class InboxPurposes {

    @Bean
    static DataPurpose inboxPurpose() {
        return DataPurpose.of("delivery.inbox", LegalBasis.STATE_FUNCTION);
    }
}
