package vn.thucchat.economy.market.register;

import java.util.Arrays;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.FactKind.Disclosure;

/**
 * The kinds of facts that a market's register gives rise to. All carry the market's code, so that figures can be split
 * by market; what can stop again is a state of 1 or 0, so that it can be counted for any day.
 */
@Configuration(proxyBeanMethods = false)
class MarketKinds {

    static final String RUNNING = "market.running";
    static final String JOINED = "market.trader-joined";
    static final String LEFT = "market.trader-left";
    static final String ACTIVE = "market.trader-active";
    static final String EQUIPPED = "market.stall-equipped";
    static final String READY = "market.stall-ready";

    /** Whether a market runs Chợ 4.0; the subject is the market. */
    @Bean
    FactKind marketRunning() {
        return new FactKind(
                RUNNING, Set.of("market"), true, "chợ", Disclosure.OPEN, id -> "/market/acts/markets/" + id);
    }

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
