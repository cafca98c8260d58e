package vn.thucchat.economy.market.register;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.traders.PaymentMethod;
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
    static final String RECEIVED = "market.payment-received";

    static final String CERTIFIED = "market.certified";
    static final String DUE = "market.charge-due";
    static final String PAID = "market.charge-paid";

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
                .with("kind", names(PaymentMethod.Kind.values()));
    }

    /** Whether a stall can be paid without cash, by whatever way. */
    @Bean
    FactKind stallReady() {
        return new FactKind(
                READY, Set.of("market"), true, "sạp", Disclosure.OPEN, id -> "/market/acts/acceptances/" + id);
    }

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
                .with("kind", names(Charge.Kind.values()));
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
                .with("kind", names(Charge.Kind.values()))
                .with("channel", List.of("cashless", "cash"));
    }

    /** Whether a market holds the certificate; the subject is the market. */
    @Bean
    FactKind marketCertified() {
        return new FactKind(
                CERTIFIED, Set.of("market"), true, "chợ", Disclosure.OPEN, id -> "/market/acts/certifications/" + id);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
