package vn.thucchat.economy.market.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.DayBreakdown;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.rollups.Sums;

/** Computes a market's numbers: the formulas of its commune's indicators, of one market, from the same roll-ups. */
@Component
record MarketSums(Sums sums, RollUps rollUps) {

    private static final String RECEIVED = "market.payment-received";

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
