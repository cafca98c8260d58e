package vn.thucchat.foundation.notify.contacts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;
import vn.thucchat.foundation.notify.channels.AddressKind;

/** States why this room holds data about people. */
@Configuration(proxyBeanMethods = false)
class ContactPurposes {

    static final String OPTIONAL_EMAIL = "notify.optional-email";

    static final String OPTIONAL_PHONE = "notify.optional-phone";

    static final String OPTIONAL_BROWSER = "notify.optional-browser";

    /** The purpose by which what is not required is sent to an address. */
    static String optional(AddressKind kind) {
        return switch (kind) {
            case EMAIL -> OPTIONAL_EMAIL;
            case PHONE -> OPTIONAL_PHONE;
            case BROWSER -> OPTIONAL_BROWSER;
        };
    }

    @Bean
    static DataPurpose contactPurpose() {
        return DataPurpose.of("notify.contact", LegalBasis.STATE_FUNCTION);
    }

    @Bean
    static DataPurpose optionalEmailPurpose() {
        return DataPurpose.of(OPTIONAL_EMAIL, LegalBasis.CONSENT);
    }

    @Bean
    static DataPurpose optionalPhonePurpose() {
        return DataPurpose.of(OPTIONAL_PHONE, LegalBasis.CONSENT);
    }

    @Bean
    static DataPurpose optionalBrowserPurpose() {
        return DataPurpose.of(OPTIONAL_BROWSER, LegalBasis.CONSENT);
    }
}
