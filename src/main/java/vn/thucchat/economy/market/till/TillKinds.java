package vn.thucchat.economy.market.till;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.FactKind.Disclosure;

/** The kind of facts that payments at stalls give rise to. */
@Configuration(proxyBeanMethods = false)
class TillKinds {

    static final String RECEIVED = "market.payment-received";

    /** A buyer paid at a stall without cash; the subject is the stall, the amount what was paid. */
    @Bean
    FactKind paymentReceived() {
        return new FactKind(
                        RECEIVED,
                        Set.of("channel", "market"),
                        false,
                        "đồng",
                        Disclosure.RESTRICTED,
                        id -> "/market/acts/payments/" + id)
                .with("channel", List.of("vietqr"));
    }
}
