package vn.thucchat.economy.market.overview;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.ChargeSumStore;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.signs.InspectionStore;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Slice;

/** What waits in the markets of those who run them or take their cash. */
@Service
public class MarketWork {

    /** Markets of one page. */
    private static final int MARKETS = 50;

    /**
     * A market that runs, and what waits in it.
     *
     * @param bare open stalls where a buyer cannot pay without cash
     * @param uninspected whether its signs were never looked at, and the actor may look
     * @param manages whether the actor runs it; otherwise only its cash is taken
     */
    public record Waiting(Market market, Charge.Overdue overdue, int bare, boolean uninspected, boolean manages) {}

    private final Markets markets;
    private final ChargeSumStore sums;
    private final InspectionStore inspections;

    MarketWork(Markets markets, ChargeSumStore sums, InspectionStore inspections) {
        this.markets = markets;
        this.sums = sums;
        this.inspections = inspections;
    }

    /** The first markets in the order of their codes. */
    public List<Waiting> of(Actor actor) {
        return of(actor, "").items();
    }

    /**
     * A page of markets in the order of their codes, which are the cursor.
     *
     * @param after the code of the last market of the page before; empty for the first
     */
    public Slice<Waiting> of(Actor actor, String after) {
        Slice<Market> page = Slice.of(
                markets.page(
                        actor,
                        after,
                        MARKETS + 1,
                        MarketRoles.MARKET_MANAGER,
                        MarketRoles.COLLECTOR,
                        PaymentRoles.ACCOUNTANT),
                MARKETS,
                Market::code);
        return new Slice<>(waiting(actor, page.items()), page.nextCursor());
    }

    private List<Waiting> waiting(Actor actor, List<Market> page) {
        List<Market> mine = page.stream()
                .filter(market -> market.closedOn() == null && market.synthetic() == actor.synthetic())
                .toList();
        List<UUID> ids = mine.stream().map(Market::id).toList();
        Map<UUID, Charge.Overdue> overdue = overdue(ids);
        Map<UUID, Market.Counts> counts = markets.counts(ids);
        Set<UUID> inspected = inspections.inspected(ids);
        return mine.stream()
                .map(market -> {
                    Market.Counts has = counts.getOrDefault(market.id(), Market.Counts.NONE);
                    return new Waiting(
                            market,
                            overdue.getOrDefault(market.id(), Charge.Overdue.NONE),
                            has.stalls() - has.equipped(),
                            !inspected.contains(market.id()) && markets.mayInspect(actor, market),
                            markets.mayManage(actor, market));
                })
                .toList();
    }

    /** What is behind in a market, whoever asks. */
    public Charge.Overdue overdue(Market market) {
        return overdue(List.of(market.id())).getOrDefault(market.id(), Charge.Overdue.NONE);
    }

    private Map<UUID, Charge.Overdue> overdue(Collection<UUID> ids) {
        return sums.overdue(ids, markets.today());
    }
}
