package vn.thucchat.foundation.facts;

import jakarta.annotation.PostConstruct;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.units.UnitCode;

/** The log: append in your own transaction, read by position. */
@Service
@DependsOnDatabaseInitialization
public class Facts {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final int LONGEST = 200;

    private final FactStore store;
    private final EvidenceStore evidence;
    private final TransactionTemplate transactions;
    private final Map<String, FactKind> kinds = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Autowired
    Facts(DataSource pool, ObjectProvider<FactKind> kinds) {
        this(pool, kinds.stream().toList());
    }

    /** @throws IllegalStateException when a kind is declared twice or its code is too long */
    public Facts(DataSource pool, Collection<FactKind> kinds) {
        this.store = new FactStore(pool);
        this.evidence = new EvidenceStore(JdbcClient.create(pool));
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        for (FactKind kind : kinds) {
            if (kind.code().length() > 100 || this.kinds.put(kind.code(), kind) != null)
                throw new IllegalStateException("Declared twice, or too long: fact kind " + kind.code());
        }
    }

    @PostConstruct
    void adoptCluster() {
        store.adoptCluster();
    }

    public Optional<FactKind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** Appends one fact in the caller's transaction; without one it throws. */
    public void record(Fact fact) {
        record(List.of(fact));
    }

    /**
     * Appends facts in the caller's transaction, in one statement.
     *
     * @throws IllegalStateException when there is no transaction
     * @throws IllegalArgumentException when a fact does not keep to its kind or corrects a fact that is not there (of
     *     the same unit and kind, before it): a bug of the caller
     * @throws org.springframework.dao.DuplicateKeyException when the id is taken, or what is corrected was corrected
     *     before (or is just now, by another)
     */
    public void record(Collection<Fact> facts) {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("Facts are recorded in the transaction of the act");
        if (facts.isEmpty()) return;
        store.append(facts, stamp(facts));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                listeners.forEach(Runnable::run);
            }
        });
    }

    /** Calls the listener after each commit, by this process, of a transaction with facts; it must return at once. */
    public void afterCommit(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Reads at most {@code limit} facts in the order of the log, none of which anything can come before any more, and
     * gives the position to go on from.
     */
    public Position read(Position after, int limit, Consumer<LoggedFact> reader) {
        Position last = transactions.execute(_ -> store.read(after, limit, reader));
        return last == null ? after : last;
    }

    /** True when a committed fact lies beyond a position, even one that cannot be read yet. */
    public boolean anythingAfter(Position position) {
        return store.anythingAfter(position);
    }

    /**
     * The facts of some cells as they stood at a position that was read: without those corrected by then, in the order
     * of the log.
     */
    public void cells(Collection<Cell> cells, Position upTo, Consumer<Fact> reader) {
        transactions.executeWithoutResult(_ -> store.cells(cells, upTo, reader));
    }

    /**
     * Adds one cell's facts up by hour and by subject, as they stood at a position that was read.
     *
     * @param filter the facets that a fact must have
     */
    public DayBreakdown course(Cell cell, Map<String, String> filter, boolean synthetic, Position upTo) {
        return evidence.course(cell, filter, synthetic, upTo);
    }

    /** All facts as they stood at a position that was read, in the order of unit, kind, day, and log. */
    public void inForce(Position upTo, Consumer<Fact> reader) {
        transactions.executeWithoutResult(_ -> store.inForce(upTo, reader));
    }

    /** The facts behind a figure, corrected ones too. */
    public Evidence find(Evidence.Query query) {
        List<Evidence.Entry> found = evidence.find(query);
        if (found.size() <= query.limit()) return new Evidence(found, null);
        List<Evidence.Entry> page = List.copyOf(found.subList(0, query.limit()));
        Fact last = page.getLast().fact();
        return new Evidence(page, new Evidence.Cursor(last.day(), last.id().value()));
    }

    /** What the facts behind a figure come to, those selected by each of {@code of}; corrected ones do not count. */
    public List<Evidence.Total> totals(Evidence.Query query, List<Evidence.Selector> of) {
        return of.isEmpty() ? List.of() : evidence.totals(query, of);
    }

    /**
     * What the facts behind a figure come to by day, unit and kind, the latest day first; corrected ones do not count.
     *
     * @param after the last one of the page before, or null for the first page
     * @return at most as many as the query's limit
     */
    public List<Evidence.Group> groups(Evidence.Query query, Evidence.@Nullable Group after) {
        return evidence.groups(query, after);
    }

    /**
     * Sums the facts behind a figure up by day and by unit; corrected ones do not count.
     *
     * @param fewest a unit's day with fewer distinct subjects is left out
     */
    public Evidence.Summary summary(Evidence.Query query, int fewest) {
        return evidence.summary(query, fewest);
    }

    /**
     * Finds the fact in force that a record is the evidence of; the latest, should it be of several.
     *
     * @param from with {@code to}, the days to look through, both included: the log is ordered by them
     */
    public Optional<Fact> byEvidence(String kind, UnitCode unit, LocalDate from, LocalDate to, UUID record) {
        return evidence.byEvidence(kind, unit, from, to, record);
    }

    /** The facts that state how some things stood; corrected ones are left out. */
    public List<Evidence.Key> standing(Collection<Evidence.Standing> things) {
        return things.isEmpty() ? List.of() : evidence.standing(things);
    }

    /** Where a fact's evidence is shown; empty when no module declares the kind any more. */
    public Optional<String> evidencePath(Fact fact) {
        return kind(fact.kind()).map(kind -> kind.evidence().apply(fact.evidence()));
    }

    /**
     * Checks the facts, and dates their corrections. An old transaction may correct a fact that a younger one has
     * committed; under its own number the correction would stand before what it corrects. It takes the younger number:
     * nobody can have read that far while the old transaction was running, so none misses it.
     */
    private @Nullable Long stamp(Collection<Fact> facts) {
        Map<FactId, Fact> before = new HashMap<>();
        List<Fact> corrections = new ArrayList<>();
        boolean correcting = facts.stream().anyMatch(fact -> fact.corrects() != null);
        for (Fact fact : facts) {
            check(fact);
            if (!correcting) continue;
            if (fact.corrects() != null) {
                Fact corrected = before.get(fact.corrects());
                // what is not earlier in this batch must be in the log
                if (corrected == null
                        || !corrected.unit().equals(fact.unit())
                        || !corrected.kind().equals(fact.kind())) corrections.add(fact);
            }
            before.put(fact.id(), fact);
        }
        if (corrections.isEmpty()) return null;
        FactStore.Stamp stamp = store.stamp(corrections);
        if (stamp.found() < corrections.size())
            throw new IllegalArgumentException("Corrects what is not there, or is of another unit or kind");
        return stamp.stamp();
    }

    private void check(Fact fact) {
        FactKind kind = kinds.get(fact.kind());
        if (kind == null) throw new IllegalArgumentException("Undeclared fact kind " + fact.kind());
        if (!fact.facets().keySet().equals(kind.facets()))
            throw new IllegalArgumentException("%s carries the facets %s, not %s"
                    .formatted(fact.kind(), kind.facets(), fact.facets().keySet()));
        for (String value : fact.facets().values())
            if (value.length() > LONGEST || value.indexOf('\0') >= 0)
                throw new IllegalArgumentException("A facet of " + fact.kind() + " is too long or has a NUL");
        if (fact.count() < 0) throw new IllegalArgumentException("A negative count");
        if (fact.day().isBefore(FIRST) || fact.day().isAfter(LAST))
            throw new IllegalArgumentException("Day out of range: " + fact.day());
    }
}
