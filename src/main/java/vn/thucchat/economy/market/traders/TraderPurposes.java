package vn.thucchat.economy.market.traders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class TraderPurposes {

    static final String TRADER = "market.trader";

    @Bean
    static DataPurpose traderPurpose() {
        return DataPurpose.of(TRADER, LegalBasis.CONTRACT);
    }
}
