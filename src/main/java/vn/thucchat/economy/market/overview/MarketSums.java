package vn.thucchat.economy.market.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.DayBreakdown;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.rollups.Term;

/** Computes a market's numbers: the formulas of its commune's indicators, of one market, from the same roll-ups. */
@Component
record MarketSums(Sums sums, RollUps rollUps) {

    static final String RECEIVED = "market.payment-received";

    /** Terms that {@link #received} sums for each market. */
    private static final int EACH = 3;

    /** Values by formula, as it was asked for. */
    record Values(Map<Formula, Formula.Value> of) {

        Formula.Value value(Formula formula) {
            return Objects.requireNonNull(of.get(formula));
        }

        long whole(Formula formula) {
            return value(formula).whole();
        }

        /** @param count a formula of acts, {@code vnd} of their đồng */
        Payments.Total total(Formula count, Formula vnd) {
            return new Payments.Total(whole(count), whole(vnd));
        }
    }

    /** Both days included. */
    Values of(Market market, LocalDate from, LocalDate to, Formula... formulas) {
        var narrowed = new HashMap<Formula, Formula>();
        for (Formula formula : formulas) narrowed.put(formula, formula.with("market", market.code()));
        Map<Formula, Formula.Value> found = sums.values(narrowed.values(), market.unit(), market.synthetic(), from, to);
        var values = new HashMap<Formula, Formula.Value>();
        for (Formula formula : Arrays.asList(formulas))
            values.put(formula, Objects.requireNonNull(found.get(narrowed.get(formula))));
        return new Values(values);
    }

    /**
     * What buyers paid without cash in a market.
     *
     * @param stalls at how many stalls
     */
    record Received(Payments.Total total, long stalls) {}

    /** Sums, in one statement, what buyers paid in each of some markets; both days included. */
    Map<Market, Received> received(Collection<Market> markets, LocalDate from, LocalDate to) {
        List<Market> asked = List.copyOf(markets);
        List<Term> terms = asked.stream()
                .flatMap(market -> Stream.of(
                                MarketFormulas.PAYMENTS, MarketFormulas.RECEIVED_VND, MarketFormulas.STALLS_PAID)
                        .map(formula ->
                                formula.with("market", market.code()).terms().getFirst()))
                .toList();
        var values = new long[terms.size()];
        for (Sums.Sum sum :
                sums.of(terms, asked.stream().map(Market::unit).distinct().toList(), from, to)) {
            Market market = asked.get(sum.term() / EACH);
            // of one provenance: nobody but the platform states a payment
            if (sum.unit().equals(market.unit()) && sum.synthetic() == market.synthetic())
                values[sum.term()] += sum.value();
        }
        var received = new HashMap<Market, Received>();
        for (int i = 0; i < asked.size(); i++) {
            int at = i * EACH;
            received.put(asked.get(i), new Received(new Payments.Total(values[at], values[at + 1]), values[at + 2]));
        }
        return received;
    }

    /** What buyers paid without cash on a day, by hour and by stall: of the very facts that the day's sums count. */
    DayBreakdown course(Market market, LocalDate day) {
        return rollUps.course(
                new Cell(market.unit(), RECEIVED, day), Map.of("market", market.code()), market.synthetic());
    }

    /** Everything recorded before is counted. */
    Instant asOf() {
        return rollUps.asOf();
    }
}
