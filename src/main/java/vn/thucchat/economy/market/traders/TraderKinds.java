package vn.thucchat.economy.market.traders;

import java.util.Arrays;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.FactKind.Disclosure;

/** The kinds of facts that traders and their ways to be paid give rise to. */
@Configuration(proxyBeanMethods = false)
class TraderKinds {

    static final String JOINED = "market.trader-joined";
    static final String LEFT = "market.trader-left";
    static final String ACTIVE = "market.trader-active";
    static final String EQUIPPED = "market.stall-equipped";
    static final String READY = "market.stall-ready";

    @Bean
    FactKind traderJoined() {
        return new FactKind(JOINED, Set.of("market"), false, "", Disclosure.OPEN, id -> "/market/acts/traders/" + id);
    }

    @Bean
    FactKind traderLeft() {
        return new FactKind(LEFT, Set.of("market"), false, "", Disclosure.OPEN, id -> "/market/acts/traders/" + id);
    }

    /** Whether a trader sells in the market. */
    @Bean
    FactKind traderActive() {
        return new FactKind(
                ACTIVE, Set.of("market"), true, "tiểu thương", Disclosure.OPEN, id -> "/market/acts/traders/" + id);
    }

    /** A stall got its first way of a kind to be paid without cash; the subject is the stall. */
    @Bean
    FactKind stallEquipped() {
        return new FactKind(
                        EQUIPPED,
                        Set.of("kind", "market"),
                        false,
                        "",
                        Disclosure.OPEN,
                        id -> "/market/acts/acceptances/" + id)
                .with(
                        "kind",
                        Arrays.stream(PaymentMethod.Kind.values())
                                .map(Enum::name)
                                .toList());
    }

    /** Whether a stall can be paid without cash, by whatever way. */
    @Bean
    FactKind stallReady() {
        return new FactKind(
                READY, Set.of("market"), true, "sạp", Disclosure.OPEN, id -> "/market/acts/acceptances/" + id);
    }
}
