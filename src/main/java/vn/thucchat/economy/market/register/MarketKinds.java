package vn.thucchat.economy.market.register;

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

    /** Whether a market runs Chợ 4.0; the subject is the market. */
    @Bean
    FactKind marketRunning() {
        return new FactKind(
                RUNNING, Set.of("market"), true, "chợ", Disclosure.OPEN, id -> "/market/acts/markets/" + id);
    }
}
