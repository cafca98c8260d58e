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
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.foundation.database.BusinessTime;
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

    void due(Market market, Collection<Charge> charges, LocalDate day) {
        facts.record(charges.stream()
                .map(charge -> fact(
                        market,
                        MarketKinds.DUE,
                        day,
                        charge.stall(),
                        Map.of("kind", charge.kind().name()),
                        charge.amountVnd(),
                        charge.id()))
                .toList());
    }

    /** A charge becomes due on the day that it is made, or just after that day's midnight. */
    void notDue(Market market, Charge charge) {
        LocalDate made = BusinessTime.day(Ids.madeAt(charge.id()));
        voided(market, MarketKinds.DUE, made, made.plusDays(1), charge);
    }

    void paid(Market market, Charge charge) {
        String channel = charge.channel();
        if (channel == null) throw new IllegalStateException("not paid: " + charge.id());
        facts.record(fact(
                market,
                MarketKinds.PAID,
                paidOn(charge),
                charge.stall(),
                Map.of("kind", charge.kind().name(), "channel", channel),
                charge.amountVnd(),
                charge.id()));
    }

    /** @param charge as it was when it was paid, which does not hold any more */
    void notPaid(Market market, Charge charge) {
        voided(market, MarketKinds.PAID, paidOn(charge), paidOn(charge), charge);
    }

    private static LocalDate paidOn(Charge charge) {
        LocalDate day = charge.paidOn();
        if (day == null) throw new IllegalStateException("not paid: " + charge.id());
        return day;
    }

    private void voided(Market market, String kind, LocalDate from, LocalDate to, Charge charge) {
        Instant now = clock.instant();
        Fact said = facts.byEvidence(kind, market.unit(), from, to, charge.id())
                .orElseThrow(() -> new IllegalStateException("No fact " + kind + " of " + charge.id()));
        facts.record(said.voided(new FactId(Ids.next(clock)), now, BusinessTime.day(now)));
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
