package vn.thucchat.steering.indicators.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Finds what units stated: the lines of a submission, what holds of it, the words it stands in and its receipts. */
@Service
public class UnitStatements {

    /** The kind of the facts that accepted statements are recorded as. */
    public static final String FACT = "indicators.stated";

    private final StatementStore store;
    private final Access access;

    UnitStatements(StatementStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /**
     * A fact that a statement was recorded as.
     *
     * @param part {@code value}, {@code numerator} or {@code denominator}
     */
    public record Receipt(UUID statement, String part, UUID fact) {}

    /** The words and the document that a statement stands in. */
    public record Source(
            UUID statement, String quote, @Nullable BigDecimal yoyPct, Document document) {}

    /** A unit and a period with accepted statements that no published figure repeats yet. */
    public record Unpublished(UnitCode unit, Period period, int statements) {}

    public Optional<Statement> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Why the document that it stands in has no file, as its officer told everybody; or empty. */
    public String note(UUID id) {
        return store.note(id);
    }

    public List<Statement> find(Collection<UUID> ids) {
        return store.find(ids);
    }

    /** The lines of submissions, by indicator and period. */
    public List<Statement> ofSubmissions(Collection<UUID> submissions) {
        return store.ofSubmissions(submissions);
    }

    /**
     * The accepted statements that no later one took the place of.
     *
     * @param indicator of this one only; null: of every one
     */
    public List<Statement> holding(Collection<UnitCode> units, Collection<Period> periods, @Nullable String indicator) {
        return store.holding(units, periods, indicator);
    }

    /** As {@link #holding}, as of an earlier instant; null: of now. */
    public List<Statement> heldAt(
            @Nullable Instant at, Collection<UnitCode> units, Collection<Period> periods, String indicator) {
        return store.holding(units, periods, indicator, at);
    }

    /**
     * The statements that hold of units for one period, by unit and indicator.
     *
     * @param synthetic those of the demonstration, or the real ones
     */
    public Map<UnitCode, Map<String, Statement>> holding(Collection<UnitCode> units, Period period, boolean synthetic) {
        var holding = new HashMap<UnitCode, Map<String, Statement>>();
        for (Statement it : store.holding(units, List.of(period), null))
            if (it.synthetic() == synthetic)
                holding.computeIfAbsent(it.unit(), unit -> new HashMap<>()).put(it.indicator(), it);
        return holding;
    }

    /** The statements of one unit that hold, by period and indicator: what a correction starts from. */
    public Map<Period, Map<String, Statement>> holding(UnitCode unit, Collection<Period> periods, boolean synthetic) {
        var holding = new HashMap<Period, Map<String, Statement>>();
        for (Period period : periods) holding.put(period, new HashMap<>());
        for (Statement it : store.holding(List.of(unit), periods, null))
            if (it.synthetic() == synthetic)
                holding.computeIfAbsent(it.period(), period -> new HashMap<>()).put(it.indicator(), it);
        return holding;
    }

    public List<Source> sources(Collection<UUID> statements) {
        return store.sources(statements);
    }

    public List<Receipt> receipts(Collection<UUID> statements) {
        return store.facts(statements);
    }

    /** What this reviewer's units have had accepted and not published, the longest waiting first. */
    public List<Unpublished> unpublished(Actor reviewer, int limit) {
        return store.unpublished(access.units(reviewer, SteeringRoles.REVIEWER), reviewer.synthetic(), limit);
    }
}
