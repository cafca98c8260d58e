package vn.thucchat.economy.market;

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
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Provenance;

/** Records what happens in a market, in the transaction of the act. */
@Component
class MarketFacts {

    private final Facts facts;
    private final InstantSource clock;

    MarketFacts(Facts facts, InstantSource clock) {
        this.facts = facts;
        this.clock = clock;
    }

    void running(Market market, LocalDate day, boolean running) {
        facts.record(state(market, MarketKinds.RUNNING, day, market.id(), running, market.id()));
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
    void equipped(Market market, Collection<Acceptance> fresh, Collection<Acceptance> before) {
        Set<List<Object>> kinds = new HashSet<>();
        Set<UUID> ready = new HashSet<>();
        for (Acceptance acceptance : before) {
            kinds.add(List.of(acceptance.stall(), acceptance.kind()));
            ready.add(acceptance.stall());
        }
        var all = new ArrayList<Fact>();
        for (Acceptance acceptance : fresh) {
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
    void ended(Market market, Collection<Acceptance> ended, Collection<Acceptance> left, LocalDate day) {
        Set<UUID> ready = new HashSet<>();
        left.forEach(acceptance -> ready.add(acceptance.stall()));
        var all = new ArrayList<Fact>();
        for (Acceptance acceptance : ended)
            if (ready.add(acceptance.stall()))
                all.add(state(market, MarketKinds.READY, day, acceptance.stall(), false, acceptance.id()));
        facts.record(all);
    }

    /** A fact's id is its charge's: so it is found when the charge is called off. */
    void due(Market market, Collection<Charge> charges, LocalDate day) {
        facts.record(charges.stream()
                .map(charge -> with(
                        fact(
                                market,
                                MarketKinds.DUE,
                                day,
                                charge.stall(),
                                Map.of("kind", charge.kind().name()),
                                charge.amountVnd(),
                                charge.id()),
                        new FactId(charge.id())))
                .toList());
    }

    void notDue(Market market, Charge charge) {
        voided(
                market,
                charge,
                MarketKinds.DUE,
                Map.of("kind", charge.kind().name(), "market", market.code()),
                charge.id());
    }

    void paid(Market market, Charge charge, UUID id) {
        LocalDate day = charge.paidOn();
        String channel = charge.channel();
        if (day == null || channel == null) throw new IllegalStateException("not paid: " + charge.id());
        Fact fact = fact(
                market,
                MarketKinds.PAID,
                day,
                charge.stall(),
                Map.of("kind", charge.kind().name(), "channel", channel),
                charge.amountVnd(),
                charge.id());
        facts.record(with(fact, new FactId(id)));
    }

    /** @param said the fact that it was paid, which does not hold any more */
    void notPaid(Market market, Charge charge, UUID said) {
        String channel = charge.channel();
        if (channel == null) throw new IllegalStateException("not paid: " + charge.id());
        voided(
                market,
                charge,
                MarketKinds.PAID,
                Map.of("kind", charge.kind().name(), "channel", channel, "market", market.code()),
                said);
    }

    private void voided(Market market, Charge charge, String kind, Map<String, String> facets, UUID said) {
        Instant now = clock.instant();
        facts.record(new Fact(
                new FactId(Ids.next(clock)),
                kind,
                market.unit(),
                Ground.day(now),
                now,
                null,
                facets,
                0,
                0,
                Provenance.MEASURED,
                market.synthetic(),
                charge.id(),
                new FactId(said)));
    }

    private static Fact with(Fact fact, FactId id) {
        return new Fact(
                id,
                fact.kind(),
                fact.unit(),
                fact.day(),
                fact.at(),
                fact.subject(),
                fact.facets(),
                fact.count(),
                fact.amount(),
                fact.provenance(),
                fact.synthetic(),
                fact.evidence(),
                null);
    }

    void certified(Market market, UUID certification, LocalDate day, boolean holds) {
        facts.record(state(market, MarketKinds.CERTIFIED, day, market.id(), holds, certification));
    }

    private Fact state(Market market, String kind, LocalDate day, UUID subject, boolean holds, UUID evidence) {
        return fact(market, kind, day, subject, Map.of(), holds ? 1 : 0, evidence);
    }

    private Fact event(
            Market market, String kind, LocalDate day, UUID subject, Map<String, String> facets, UUID evidence) {
        return fact(market, kind, day, subject, facets, 0, evidence);
    }

    Fact fact(
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
        Instant at = day.equals(Ground.day(now))
                ? now
                : day.atStartOfDay(Ground.VIETNAM).toInstant();
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
