package vn.thucchat.economy.market.overview;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** Counts each market's stalls and traders, and sums what buyers paid there in a month. */
@Service
public class MarketSummaries {

    /**
     * One market.
     *
     * @param readable whether the actor reads its books
     * @param received what buyers paid without cash in the month, as its own page has it; null where it is withheld from
     *     the actor, because it would tell what few stalls were paid
     */
    public record Summary(Market market, Market.Counts counts, boolean readable, Payments.@Nullable Total received) {}

    /**
     * Several markets together.
     *
     * @param received in those markets of which it is told
     * @param withheld in how many markets it is not
     * @param synthetic whether it is of markets of the demonstration, {@code invented} how many of these are left out
     *     beside real ones
     */
    public record Total(
            int markets, Market.Counts counts, Payments.Total received, int withheld, boolean synthetic, int invented) {

        /** Adds summaries up: of real markets where there is one, else of invented ones. */
        public static Total of(List<Summary> all) {
            List<Summary> real =
                    all.stream().filter(one -> !one.market().synthetic()).toList();
            return real.isEmpty() ? of(all, !all.isEmpty(), 0) : of(real, false, all.size() - real.size());
        }

        private static Total of(List<Summary> all, boolean synthetic, int invented) {
            int stalls = 0;
            int equipped = 0;
            int traders = 0;
            int withheld = 0;
            long count = 0;
            long amountVnd = 0;
            for (Summary one : all) {
                stalls += one.counts().stalls();
                equipped += one.counts().equipped();
                traders += one.counts().traders();
                if (one.received() == null) withheld++;
                else {
                    count += one.received().count();
                    amountVnd += one.received().amountVnd();
                }
            }
            return new Total(
                    all.size(),
                    new Market.Counts(stalls, equipped, traders),
                    new Payments.Total(count, amountVnd),
                    withheld,
                    synthetic,
                    invented);
        }
    }

    /** Markets of which there are summaries: a province has some hundred and forty. */
    private static final int MOST = 2_000;

    private final Markets markets;
    private final MarketSums sums;
    private final Units units;

    MarketSummaries(Markets markets, MarketSums sums, Units units) {
        this.markets = markets;
        this.sums = sums;
        this.units = units;
    }

    /** The summaries of all markets as the actor may see them, in as many statements whatever their number. */
    public List<Summary> of(Actor actor, YearMonth month) {
        List<Market> all = markets.page("", MOST);
        Map<UUID, Market.Counts> counts =
                markets.counts(all.stream().map(Market::id).toList());
        Set<Market> readable = readable(actor, all);
        Map<Market, MarketSums.Received> received = received(all, month);
        Set<Market> withheld = withheld(received, readable, month);
        return all.stream()
                .map(market -> {
                    MarketSums.@Nullable Received paid = received.get(market);
                    return new Summary(
                            market,
                            counts.getOrDefault(market.id(), Market.Counts.NONE),
                            readable.contains(market),
                            paid == null || withheld.contains(market) ? null : paid.total());
                })
                .toList();
    }

    /** Whether a market's payments of a month are withheld from the actor, in every list and on its own pages. */
    public boolean withholds(Actor actor, Market market, YearMonth month) {
        if (markets.mayRead(actor, market)) return false;
        List<Market> all = markets.page("", MOST);
        return withheld(received(all, month), readable(actor, all), month).stream()
                .anyMatch(one -> one.id().equals(market.id()));
    }

    private Map<Market, MarketSums.Received> received(List<Market> all, YearMonth month) {
        return sums.received(all, month.atDay(1), month.atEndOfMonth());
    }

    private Set<Market> readable(Actor actor, List<Market> all) {
        Set<String> units = markets.readable(actor);
        return all.stream()
                .filter(market -> market.synthetic() || !actor.synthetic())
                .filter(market -> units.contains(market.unit().value()))
                .collect(Collectors.toSet());
    }

    private Set<Market> withheld(Map<Market, MarketSums.Received> received, Set<Market> readable, YearMonth month) {
        var others = new HashMap<>(received);
        others.keySet().removeAll(readable);
        return WithheldMarkets.of(others, commune -> above(commune, month));
    }

    /** The district and the province, which have figures of their own. */
    private List<UnitCode> above(UnitCode commune, YearMonth month) {
        return units.path(commune, month.atEndOfMonth()).reversed().stream()
                .filter(unit -> unit.kind().level() == UnitKind.Level.DISTRICT
                        || unit.kind().level() == UnitKind.Level.PROVINCE)
                .map(Unit::code)
                .toList();
    }
}
