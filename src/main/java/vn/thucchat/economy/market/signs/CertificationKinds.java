package vn.thucchat.economy.market.signs;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.FactKind.Disclosure;

/** The kind of facts that certification gives rise to. */
@Configuration(proxyBeanMethods = false)
class CertificationKinds {

    static final String CERTIFIED = "market.certified";

    /** Whether a market holds the certificate; the subject is the market. */
    @Bean
    FactKind marketCertified() {
        return new FactKind(
                CERTIFIED, Set.of("market"), true, "chợ", Disclosure.OPEN, id -> "/market/acts/certifications/" + id);
    }
}
