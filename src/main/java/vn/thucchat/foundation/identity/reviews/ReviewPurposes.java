package vn.thucchat.foundation.identity.reviews;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;

/** States why this room holds data about officials. */
@Configuration(proxyBeanMethods = false)
class ReviewPurposes {

    static final String REVIEW = "identity.access-review";

    @Bean
    static DataPurpose accessReviewPurpose() {
        return DataPurpose.of(REVIEW, LegalBasis.STATE_FUNCTION);
    }
}
