package vn.thucchat.economy.market.overview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.OwedCharges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.signs.Inspections;
import vn.thucchat.foundation.identity.access.Actor;

/** What waits in the markets of those who run them or take their cash. */
@Service
public class MarketWork {

    /**
     * A market that runs, and what waits in it.
     *
     * @param bare open stalls where a buyer cannot pay without cash
     * @param uninspected whether its signs were never looked at, and the actor may look
     * @param manages whether the actor runs it; otherwise only its cash is taken
     */
    public record Waiting(Market market, Charge.Overdue overdue, int bare, boolean uninspected, boolean manages) {}

    private final OwedCharges owed;
    private final Markets markets;
    private final Inspections inspections;

    MarketWork(OwedCharges owed, Markets markets, Inspections inspections) {
        this.owed = owed;
        this.markets = markets;
        this.inspections = inspections;
    }

    /** The first markets in the order of their codes. */
    public List<Waiting> of(Actor actor) {
        List<OwedCharges.OfMarket> mine = owed.markets(actor, "").items();
        List<UUID> ids = mine.stream().map(it -> it.market().id()).toList();
        Map<UUID, Market.Counts> counts = markets.counts(ids);
        Set<UUID> inspected = inspections.inspected(ids);
        return mine.stream()
                .map(it -> {
                    Market market = it.market();
                    Market.Counts has = counts.getOrDefault(market.id(), Market.Counts.NONE);
                    return new Waiting(
                            market,
                            it.overdue(),
                            has.stalls() - has.equipped(),
                            !inspected.contains(market.id()) && markets.mayInspect(actor, market),
                            markets.mayManage(actor, market));
                })
                .toList();
    }
}
