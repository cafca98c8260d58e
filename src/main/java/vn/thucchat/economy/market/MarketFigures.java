package vn.thucchat.economy.market;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Tallies;
import vn.thucchat.foundation.facts.Tally;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Doors;

/**
 * One market in figures: what the indicators of Market 4.0 say of communes, said of one market by the same rules and of
 * the same facts, and those facts. Counted from the log, because roll-ups and their formulas are a floor above.
 */
@Service
public class MarketFigures {

    /**
     * A month.
     *
     * @param running whether it ran Market 4.0 at the end, {@code certified} whether it held the certificate then
     * @param traders how many sold there at the end
     * @param ready stalls that could be paid without cash at the end
     * @param received what buyers paid without cash, at how many stalls
     * @param charges that were paid in full, {@code cashless} of them by transfer
     */
    public record Month(
            YearMonth month,
            boolean running,
            boolean certified,
            long traders,
            long ready,
            Tally received,
            Tally charges,
            Tally cashless) {}

    private static final List<String> STANDING =
            List.of(MarketKinds.RUNNING, MarketKinds.CERTIFIED, MarketKinds.ACTIVE, MarketKinds.READY);

    private final Tallies tallies;
    private final Facts facts;
    private final Doors doors;

    MarketFigures(Tallies tallies, Facts facts, Doors doors) {
        this.doors = doors;
        this.tallies = tallies;
        this.facts = facts;
    }

    static Tallies.Of of(Market market) {
        return new Tallies.Of(market.unit(), Map.of("market", market.code()), market.synthetic());
    }

    public Month of(Market market, YearMonth month) {
        Tallies.Of own = of(market);
        LocalDate last = month.atEndOfMonth();
        Map<String, Long> standing = tallies.standing(own, STANDING, last);
        Tallies.Sums sums =
                tallies.sums(own, List.of(MarketKinds.RECEIVED, MarketKinds.PAID), "channel", month.atDay(1), last);
        return new Month(
                month,
                standing.getOrDefault(MarketKinds.RUNNING, 0L) > 0,
                standing.getOrDefault(MarketKinds.CERTIFIED, 0L) > 0,
                standing.getOrDefault(MarketKinds.ACTIVE, 0L),
                standing.getOrDefault(MarketKinds.READY, 0L),
                sums.of(MarketKinds.RECEIVED),
                sums.of(MarketKinds.PAID),
                sums.of(MarketKinds.PAID, "cashless"));
    }

    /** The kind of that code, when facts of it tell the market. */
    public Optional<FactKind> kind(String code) {
        return facts.kind(code).filter(kind -> kind.facets().contains("market"));
    }

    /** What facts of a kind come to. */
    public Tally total(Market market, FactKind kind, Map<String, String> also, LocalDate from, LocalDate to) {
        Tallies.Of own = of(market);
        for (var facet : also.entrySet()) own = own.with(facet.getKey(), facet.getValue());
        return tallies.sums(own, List.of(kind.code()), "market", from, to).of(kind.code());
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
                        market.unit().value());
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
