package vn.thucchat.economy.market.overview;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.money.payments.Payments;

/** Sums markets up for a list of them: what each consists of today, and what buyers paid there in a month. */
@Service
public class MarketSummaries {

    /**
     * One market.
     *
     * @param received what buyers paid without cash in the month, as its own page has it; null where strangers are not
     *     told, because so few stalls were paid
     */
    public record Summary(Market market, Market.Counts counts, Payments.@Nullable Total received) {}

    /**
     * Several markets together.
     *
     * @param received in those markets of which it is told
     * @param withheld in how many markets it is not
     */
    public record Total(int markets, Market.Counts counts, Payments.Total received, int withheld) {

        /** Adds summaries up. */
        public static Total of(List<Summary> all) {
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
                    withheld);
        }
    }

    private final Markets markets;
    private final MarketSums sums;

    MarketSummaries(Markets markets, MarketSums sums) {
        this.markets = markets;
        this.sums = sums;
    }

    /** Sums some markets up as the actor may see them, in two statements whatever their number. */
    public List<Summary> of(Actor actor, List<Market> some, YearMonth month) {
        Map<UUID, Market.Counts> counts =
                markets.counts(some.stream().map(Market::id).toList());
        Map<Market, MarketSums.Received> received = sums.received(some, month.atDay(1), month.atEndOfMonth());
        return some.stream()
                .map(market -> {
                    MarketSums.@Nullable Received paid = received.get(market);
                    return new Summary(
                            market,
                            counts.getOrDefault(market.id(), Market.Counts.NONE),
                            paid == null || withheld(actor, market, paid) ? null : paid.total());
                })
                .toList();
    }

    private boolean withheld(Actor actor, Market market, MarketSums.Received paid) {
        return paid.stalls() > 0 && paid.stalls() < Evidence.Group.FEWEST_SUBJECTS && !markets.mayRead(actor, market);
    }
}
