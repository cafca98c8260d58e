package vn.thucchat.economy.market.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.security.LinkAccess;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.rollups.Formula;

/**
 * One market in figures: the indicators of Market 4.0 by the same formulas as its commune's, with one facet more, and
 * the facts behind them.
 */
@Service
public class MarketFigures {

    /**
     * A month.
     *
     * @param running whether it ran Market 4.0 at the end, {@code certified} whether it held the certificate then
     * @param traders how many sold there at the end
     * @param ready stalls that could be paid without cash at the end
     * @param received what buyers paid without cash, at {@code stallsPaid} stalls
     * @param charges the share paid by transfer of those paid in full, in per cent, and what it is a share of
     * @param chargedStalls whose charges were paid
     * @param asOf every fact recorded before this instant is counted
     */
    public record Month(
            YearMonth month,
            boolean running,
            boolean certified,
            long traders,
            long ready,
            Payments.Total received,
            long stallsPaid,
            Formula.Value charges,
            long chargedStalls,
            Instant asOf) {

        /** Charges paid in full by transfer alone. */
        public long cashless() {
            return charges.numerator() == null ? 0 : charges.numerator().longValueExact();
        }

        /** Charges paid in full. */
        public long paid() {
            return charges.denominator() == null ? 0 : charges.denominator().longValueExact();
        }
    }

    /** The kind of what a stall was paid. */
    public static final String PAYMENTS = MarketSums.RECEIVED;

    private final MarketSums sums;
    private final Facts facts;
    private final LinkAccess doors;

    MarketFigures(MarketSums sums, Facts facts, LinkAccess doors) {
        this.sums = sums;
        this.facts = facts;
        this.doors = doors;
    }

    public Month of(Market market, YearMonth month) {
        Instant asOf = sums.asOf();
        MarketSums.Values values = sums.of(
                market,
                month.atDay(1),
                month.atEndOfMonth(),
                MarketFormulas.RUNNING,
                MarketFormulas.CERTIFIED,
                MarketFormulas.TRADERS,
                MarketFormulas.STALLS_READY,
                MarketFormulas.PAYMENTS,
                MarketFormulas.RECEIVED_VND,
                MarketFormulas.STALLS_PAID,
                MarketFormulas.CHARGES_CASHLESS,
                MarketFormulas.CHARGED_STALLS);
        return new Month(
                month,
                values.whole(MarketFormulas.RUNNING) > 0,
                values.whole(MarketFormulas.CERTIFIED) > 0,
                values.whole(MarketFormulas.TRADERS),
                values.whole(MarketFormulas.STALLS_READY),
                values.total(MarketFormulas.PAYMENTS, MarketFormulas.RECEIVED_VND),
                values.whole(MarketFormulas.STALLS_PAID),
                values.value(MarketFormulas.CHARGES_CASHLESS),
                values.whole(MarketFormulas.CHARGED_STALLS),
                asOf);
    }

    /** The kind of that code, when facts of it tell the market. */
    public Optional<FactKind> kind(String code) {
        return facts.kind(code).filter(kind -> kind.facets().contains("market"));
    }

    /** Adds the facts up that {@link #facts} lists. */
    public Evidence.Total total(Market market, FactKind kind, Map<String, String> also, LocalDate from, LocalDate to) {
        Evidence.Query query = query(market, kind, also, from, to, null, 1);
        return facts.totals(query, List.copyOf(query.selectors())).getFirst();
    }

    /** The facts themselves, the latest day first; corrected ones are told apart. */
    public Evidence facts(
            Market market,
            FactKind kind,
            Map<String, String> also,
            LocalDate from,
            LocalDate to,
            Evidence.@Nullable Cursor after,
            int limit) {
        return facts.find(query(market, kind, also, from, to, after, limit));
    }

    private static Evidence.Query query(
            Market market,
            FactKind kind,
            Map<String, String> also,
            LocalDate from,
            LocalDate to,
            Evidence.@Nullable Cursor after,
            int limit) {
        var filter = new java.util.HashMap<>(also);
        filter.put("market", market.code());
        return Evidence.Query.of(
                List.of(new Evidence.Selector(kind.code(), filter)),
                List.of(market.unit()),
                from,
                to,
                java.util.Set.of(market.synthetic()),
                after,
                limit);
    }

    /** Whether the reader sees each fact of a kind: it is open, or its acts open to the reader. */
    public boolean showsEach(Actor reader, Market market, FactKind kind) {
        return kind.disclosure() == FactKind.Disclosure.OPEN
                || doors.open(
                        reader,
                        kind.evidence().apply(new UUID(0, 0)),
                        market.unit().value(),
                        market.synthetic());
    }

    /**
     * The days of a market's facts, the latest first; whoever shows them to a reader who does not see each fact leaves
     * out those that {@link Evidence.Group#mayBeTold} says.
     */
    public List<Evidence.Group> days(
            Market market,
            FactKind kind,
            Map<String, String> also,
            LocalDate from,
            LocalDate to,
            Evidence.@Nullable Group after,
            int limit) {
        return facts.groups(query(market, kind, also, from, to, null, limit), after);
    }

    /** Where the record that a fact came from is shown. */
    public Optional<String> evidence(Fact fact) {
        return facts.evidencePath(fact);
    }
}
