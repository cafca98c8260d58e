package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.calendar.Term;
import vn.thucchat.foundation.calendar.WorkingCalendar;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;

/** Opens and closes items of work, in the transaction of the act that asks for them or does them. */
@Service
public class WorkItems {

    /**
     * What an act asks of a unit.
     *
     * @param person of the holders of the kind's role the only one who is asked, or null
     * @param evidence id of the room's record; what is open of it already stays as it is
     * @param arguments what the kind words the item with, in no language
     * @param at when the act was
     * @param dueOn the last day, or null: as long as the rules allow for the kind
     */
    public record Opening(
            String kind,
            UnitCode unit,
            @Nullable UUID person,
            UUID evidence,
            List<String> arguments,
            boolean synthetic,
            Instant at,
            @Nullable LocalDate dueOn) {}

    /**
     * What an act has done of a unit's work.
     *
     * @param evidence as it was opened with; nothing happens where nothing is open
     * @param at when the act was
     */
    public record Ending(String kind, UnitCode unit, UUID evidence, Actor by, Instant at, WorkItem.Outcome outcome) {}

    private final WorkItemStore store;
    private final WorkListStore lists;
    private final WorkKinds kinds;
    private final WorkRules rules;
    private final WorkFacts facts;
    private final WorkingTime workingTime;
    private final InstantSource clock;

    WorkItems(
            WorkItemStore store,
            WorkListStore lists,
            WorkKinds kinds,
            WorkRules rules,
            WorkFacts facts,
            WorkingTime workingTime,
            InstantSource clock) {
        this.store = store;
        this.lists = lists;
        this.kinds = kinds;
        this.rules = rules;
        this.facts = facts;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /**
     * Opens items that are not open yet.
     *
     * @throws IllegalArgumentException when no room declares one of the kinds
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Collection<Opening> openings) {
        if (!openings.isEmpty()) store.open(openings.stream().map(this::item).toList());
    }

    /** Closes items that are open, in the unit or where its work went, and records what was done of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(Collection<Ending> endings) {
        if (endings.isEmpty()) return;
        endings.forEach(ending -> kinds.of(ending.kind()));
        List<WorkItem> closed = store.close(endings);
        facts.record(closed);
        if (closed.size() < endings.size()) facts.record(store.closeMoved(endings));
    }

    /**
     * Gives open work to another unit, as when a reform merges the one that had it: the due time stays, and the act that
     * ends it goes on naming the former unit. Whoever holds the role in the other unit may do it, even where one person
     * was asked.
     *
     * @return whether it was open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reassign(String kind, UnitCode from, UnitCode to, UUID evidence, Actor by) {
        var ending = new Ending(kind, from, evidence, by, clock.instant(), WorkItem.Outcome.REASSIGNED);
        return store.move(ending, to, Ids.next(clock));
    }

    /**
     * Finds the records that ask something of units: those of which an item is open in one of the units, or in another
     * that took over its work.
     *
     * @return the evidence that the items were opened with
     */
    public Set<UUID> openEvidence(String kind, Collection<String> units) {
        return units.isEmpty() ? Set.of() : lists.openEvidence(kind, units);
    }

    /**
     * The units for which items of a kind were ever opened, by the evidence; of what some item is still open and none was
     * withdrawn.
     */
    public Map<UUID, Set<UnitCode>> asked(String kind, Collection<UUID> evidence) {
        return lists.asked(kind, evidence);
    }

    /** Whether there is no item at all: of an installation from before there were any. */
    public boolean none() {
        return store.none();
    }

    private WorkItem item(Opening opening) {
        WorkKind kind = kinds.of(opening.kind());
        return new WorkItem(
                opening.unit(),
                Ids.next(clock),
                kind.code(),
                kind.role(),
                opening.person(),
                opening.evidence(),
                opening.arguments(),
                opening.synthetic(),
                opening.at(),
                due(opening),
                null);
    }

    /**
     * The closing of the unit's office on the last day. A day on which it does not work ends with the next one that it
     * works (Civil Code 2015, Article 148.5).
     */
    private Instant due(Opening opening) {
        WorkingCalendar calendar = workingTime.of(opening.unit());
        LocalDate day = opening.dueOn();
        if (day != null) return calendar.closing(calendar.works(day) ? day : calendar.after(day, 1));
        int allowed = rules.allowed(opening.kind(), BusinessTime.day(opening.at()));
        return calendar.due(opening.at(), new Term.Days(allowed)).at();
    }
}
