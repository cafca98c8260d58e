package vn.thucchat.economy.market.charges;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketFacts;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.Facts;

/** Records that charges became due and were paid, or that neither holds any more, in the transaction of the act. */
@Component
record ChargeFacts(MarketFacts all, Facts facts, InstantSource clock) {

    void due(Market market, Collection<Charge> charges, LocalDate day) {
        facts.record(charges.stream()
                .map(charge -> all.fact(
                        market,
                        ChargeKinds.DUE,
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
        voided(market, ChargeKinds.DUE, made, made.plusDays(1), charge);
    }

    void paid(Market market, Charge charge) {
        String channel = charge.channel();
        if (channel == null) throw new IllegalStateException("not paid: " + charge.id());
        facts.record(all.fact(
                market,
                ChargeKinds.PAID,
                paidOn(charge),
                charge.stall(),
                Map.of("kind", charge.kind().name(), "channel", channel),
                charge.amountVnd(),
                charge.id()));
    }

    /** @param charge as it was when it was paid, which does not hold any more */
    void notPaid(Market market, Charge charge) {
        voided(market, ChargeKinds.PAID, paidOn(charge), paidOn(charge), charge);
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
}
