package vn.thucchat.economy.market.register;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
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

    /** Records whether something holds from a day on. */
    public void recordState(Market market, String kind, LocalDate day, UUID subject, boolean holds, UUID evidence) {
        facts.record(state(market, kind, day, subject, holds, evidence));
    }

    /** That something holds from a day on or does not, not yet recorded: 1 or 0. */
    public Fact state(Market market, String kind, LocalDate day, UUID subject, boolean holds, UUID evidence) {
        return fact(market, kind, day, subject, Map.of(), holds ? 1 : 0, evidence);
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
