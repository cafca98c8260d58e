package vn.thucchat.foundation.registers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class RegisterPurposes {

    /** what agencies and databases said, and papers that agencies issued */
    static final String RECORD = "registers.record";
    /** what people stated themselves, kept so that no form asks again */
    static final String STATED = "registers.stated";

    @Bean
    static DataPurpose registerRecordPurpose() {
        return DataPurpose.of(RECORD, LegalBasis.STATE_FUNCTION);
    }

    @Bean
    static DataPurpose registerStatedPurpose() {
        return DataPurpose.of(STATED, LegalBasis.CONSENT);
    }
}
