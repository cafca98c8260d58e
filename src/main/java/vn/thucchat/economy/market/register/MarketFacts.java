package vn.thucchat.economy.market.register;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Provenance;

/** Records what happens in a market, in the transaction of the act. */
@Component
public class MarketFacts {

    private final Facts facts;
    private final InstantSource clock;

    MarketFacts(Facts facts, InstantSource clock) {
        this.facts = facts;
        this.clock = clock;
    }

    void running(Market market, LocalDate day, boolean running) {
        recordState(market, MarketKinds.RUNNING, day, market.id(), running, market.id());
    }

    void joined(Market market, Collection<Trader> traders) {
        var all = new ArrayList<Fact>();
        for (Trader trader : traders) {
            all.add(event(market, MarketKinds.JOINED, trader.joinedOn(), trader.id(), Map.of(), trader.id()));
            all.add(state(market, MarketKinds.ACTIVE, trader.joinedOn(), trader.id(), true, trader.id()));
        }
        facts.record(all);
    }

    void left(Market market, UUID trader, LocalDate day) {
        facts.record(List.of(
                event(market, MarketKinds.LEFT, day, trader, Map.of(), trader),
                state(market, MarketKinds.ACTIVE, day, trader, false, trader)));
    }

    /** @param before those that the stalls had already, in use */
    void equipped(Market market, Collection<PaymentMethod> fresh, Collection<PaymentMethod> before) {
        Set<List<Object>> kinds = new HashSet<>();
        Set<UUID> ready = new HashSet<>();
        for (PaymentMethod acceptance : before) {
            kinds.add(List.of(acceptance.stall(), acceptance.kind()));
            ready.add(acceptance.stall());
        }
        var all = new ArrayList<Fact>();
        for (PaymentMethod acceptance : fresh) {
            UUID stall = acceptance.stall();
            LocalDate day = acceptance.fromOn();
            if (kinds.add(List.of(stall, acceptance.kind())))
                all.add(event(
                        market,
                        MarketKinds.EQUIPPED,
                        day,
                        stall,
                        Map.of("kind", acceptance.kind().name()),
                        acceptance.id()));
            if (ready.add(stall)) all.add(state(market, MarketKinds.READY, day, stall, true, acceptance.id()));
        }
        facts.record(all);
    }

    /** @param left what the stalls can still be paid by */
    void ended(Market market, Collection<PaymentMethod> ended, Collection<PaymentMethod> left, LocalDate day) {
        Set<UUID> ready = new HashSet<>();
        left.forEach(acceptance -> ready.add(acceptance.stall()));
        var all = new ArrayList<Fact>();
        for (PaymentMethod acceptance : ended)
            if (ready.add(acceptance.stall()))
                all.add(state(market, MarketKinds.READY, day, acceptance.stall(), false, acceptance.id()));
        facts.record(all);
    }

    /** Records whether something holds from a day on. */
    public void recordState(Market market, String kind, LocalDate day, UUID subject, boolean holds, UUID evidence) {
        facts.record(state(market, kind, day, subject, holds, evidence));
    }

    private Fact state(Market market, String kind, LocalDate day, UUID subject, boolean holds, UUID evidence) {
        return fact(market, kind, day, subject, Map.of(), holds ? 1 : 0, evidence);
    }

    private Fact event(
            Market market, String kind, LocalDate day, UUID subject, Map<String, String> facets, UUID evidence) {
        return fact(market, kind, day, subject, facets, 0, evidence);
    }

    /** A fact of a market, not yet recorded: with the market's code as a facet, and its commune. */
    public Fact fact(
            Market market,
            String kind,
            LocalDate day,
            UUID subject,
            Map<String, String> facets,
            long amount,
            UUID evidence) {
        var all = new java.util.HashMap<>(facets);
        all.put("market", market.code());
        Instant now = clock.instant();
        // of an act of a past day only the day is known
        Instant at = day.equals(BusinessTime.day(now))
                ? now
                : day.atStartOfDay(BusinessTime.VIETNAM).toInstant();
        return new Fact(
                new FactId(Ids.next(clock)),
                kind,
                market.unit(),
                day,
                at,
                subject,
                all,
                1,
                amount,
                Provenance.MEASURED,
                market.synthetic(),
                evidence,
                null);
    }
}
