package vn.thucchat.foundation.money.payments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class PaymentPurposes {

    @Bean
    static DataPurpose paymentPurpose() {
        return DataPurpose.of("money.payment", LegalBasis.LAW);
    }
}
