package vn.thucchat.economy.market.traders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketFacts;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.Facts;

/** Records that traders came and left and that stalls can be paid without cash, in the transaction of the act. */
@Component
record TraderFacts(MarketFacts all, Facts facts) {

    void joined(Market market, Collection<Trader> traders) {
        var found = new ArrayList<Fact>();
        for (Trader trader : traders) {
            found.add(event(market, TraderKinds.JOINED, trader.joinedOn(), trader.id(), Map.of(), trader.id()));
            found.add(all.state(market, TraderKinds.ACTIVE, trader.joinedOn(), trader.id(), true, trader.id()));
        }
        facts.record(found);
    }

    void left(Market market, UUID trader, LocalDate day) {
        facts.record(List.of(
                event(market, TraderKinds.LEFT, day, trader, Map.of(), trader),
                all.state(market, TraderKinds.ACTIVE, day, trader, false, trader)));
    }

    /** @param before those that the stalls had already, in use */
    void equipped(Market market, Collection<PaymentMethod> fresh, Collection<PaymentMethod> before) {
        Set<List<Object>> kinds = new HashSet<>();
        Set<UUID> ready = new HashSet<>();
        for (PaymentMethod acceptance : before) {
            kinds.add(List.of(acceptance.stall(), acceptance.kind()));
            ready.add(acceptance.stall());
        }
        var found = new ArrayList<Fact>();
        for (PaymentMethod acceptance : fresh) {
            UUID stall = acceptance.stall();
            LocalDate day = acceptance.fromOn();
            if (kinds.add(List.of(stall, acceptance.kind())))
                found.add(event(
                        market,
                        TraderKinds.EQUIPPED,
                        day,
                        stall,
                        Map.of("kind", acceptance.kind().name()),
                        acceptance.id()));
            if (ready.add(stall)) found.add(all.state(market, TraderKinds.READY, day, stall, true, acceptance.id()));
        }
        facts.record(found);
    }

    /** @param left what the stalls can still be paid by */
    void ended(Market market, Collection<PaymentMethod> ended, Collection<PaymentMethod> left, LocalDate day) {
        Set<UUID> ready = new HashSet<>();
        left.forEach(acceptance -> ready.add(acceptance.stall()));
        var found = new ArrayList<Fact>();
        for (PaymentMethod acceptance : ended)
            if (ready.add(acceptance.stall()))
                found.add(all.state(market, TraderKinds.READY, day, acceptance.stall(), false, acceptance.id()));
        facts.record(found);
    }

    private Fact event(
            Market market, String kind, LocalDate day, UUID subject, Map<String, String> facets, UUID evidence) {
        return all.fact(market, kind, day, subject, facets, 0, evidence);
    }
}
