package vn.thucchat.economy.market.charges;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.FactKind.Disclosure;

/** The kinds of facts that charges give rise to. */
@Configuration(proxyBeanMethods = false)
class ChargeKinds {

    static final String DUE = "market.charge-due";
    static final String PAID = "market.charge-paid";

    private static final List<String> KINDS =
            Arrays.stream(Charge.Kind.values()).map(Enum::name).toList();

    /** A stall was asked for a month's charge; the subject is the stall. */
    @Bean
    FactKind chargeDue() {
        return new FactKind(
                        DUE,
                        Set.of("kind", "market"),
                        false,
                        "đồng",
                        Disclosure.RESTRICTED,
                        id -> "/market/acts/charges/" + id)
                .with("kind", KINDS);
    }

    /**
     * A charge was paid in full; the channel is {@code cashless} when all of it came without cash, and {@code cash} when
     * any part of it was cash. Counted whole: the amount is the charge's.
     */
    @Bean
    FactKind chargePaid() {
        return new FactKind(
                        PAID,
                        Set.of("channel", "kind", "market"),
                        false,
                        "đồng",
                        Disclosure.RESTRICTED,
                        id -> "/market/acts/charges/" + id)
                .with("kind", KINDS)
                .with("channel", List.of("cashless", "cash"));
    }
}
