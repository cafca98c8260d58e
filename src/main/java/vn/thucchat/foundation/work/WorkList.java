package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Lists what waits for a person, the most overdue first: items of their roles in the units that these reach, their own,
 * those of whom they stand in for, and on the first page what rooms show as one.
 */
@Service
public class WorkList {

    public static final int PAGE = 50;

    /** Later than any item is due. */
    private static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    /**
     * @param kind code of a kind, or empty for all
     * @param overdue only what is late
     */
    public record Filter(String kind, boolean overdue) {
        public static final Filter NONE = new Filter("", false);
    }

    /** A place in a list: that of its last item. */
    record Place(Instant dueAt, UUID id) {
        static final Place START = at(Cursor.START);

        static Place at(Cursor cursor) {
            return new Place(cursor.at(0, Instant.EPOCH), cursor.id(1, new UUID(0, 0)));
        }

        static String cursor(WorkItem item) {
            return Cursor.of(item.dueAt(), item.id());
        }
    }

    /**
     * A line with how late it is.
     *
     * @param days past the due day; 0 or less while there is time, also where there is no day
     */
    public record Entry(WorkLine line, long days, boolean overdue) {}

    /** @param total how many lines there are on all pages, {@code overdue} how many of them are late */
    public record Page(List<Entry> entries, @Nullable String nextCursor, long total, long overdue) {

        /** The table of the page, at the address of the whole list. */
        public Table table(Cursor cursor) {
            return WorkList.table("/work", cursor, new Slice<>(entries, nextCursor));
        }
    }

    /** @param told how many persons were told of an item */
    public record Chased(WorkRule.Step step, Instant chasedAt, int told) {}

    /**
     * The unit that an item was asked of before another took it over.
     *
     * @param whole false when the unit was divided, so that its work went up to its parent
     */
    public record Former(UnitCode unit, boolean whole) {}

    private static final Table.Column DUE = Table.Column.of("work.due");
    private static final List<Table.Column> COLUMNS =
            List.of(Table.Column.of("work.what"), DUE, Table.Column.of("work.next"));

    private final WorkListStore store;
    private final WorkItemStore items;
    private final ChaseStore chases;
    private final Delegations delegations;
    private final WorkKinds kinds;
    private final List<WorkSource> sources;
    private final UnitSuccessors successors;
    private final Access access;
    private final InstantSource clock;

    WorkList(
            WorkListStore store,
            WorkItemStore items,
            ChaseStore chases,
            Delegations delegations,
            WorkKinds kinds,
            List<WorkSource> sources,
            UnitSuccessors successors,
            Access access,
            InstantSource clock) {
        this.store = store;
        this.items = items;
        this.chases = chases;
        this.delegations = delegations;
        this.kinds = kinds;
        this.sources = sources;
        this.successors = successors;
        this.access = access;
        this.clock = clock;
    }

    /** Gives a page of the list, {@link #PAGE} items long; what has no day comes last on the first one. */
    public Page page(Texts t, Actor actor, Filter filter, Cursor after) {
        Instant now = clock.instant();
        WorkListStore.Reach reach = reach(actor, BusinessTime.day(now));
        Instant until = filter.overdue() ? now : NEVER;
        WorkListStore.Count count = store.count(reach, filter.kind(), now, until);
        Slice<WorkItem> found = slice(store.list(reach, filter.kind(), until, Place.at(after), PAGE + 1));
        List<Entry> shown = shared(t, actor, filter, BusinessTime.day(now));
        var entries = new ArrayList<>(entries(t, found.items(), now));
        if (after.start()) entries.addAll(shown);
        entries.sort(Comparator.comparing(
                (Entry entry) -> entry.line().due(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())));
        return new Page(
                entries,
                found.nextCursor(),
                count.total() + shown.size(),
                count.overdue() + shown.stream().filter(Entry::overdue).count());
    }

    /** What is still open of that of which a run of chasing told the actor. */
    public Slice<Entry> chased(Texts t, Actor actor, UUID run, Cursor after) {
        Slice<WorkItem> found = slice(store.chased(run, actor.account(), Place.at(after), PAGE + 1));
        return new Slice<>(entries(t, found.items(), clock.instant()), found.nextCursor());
    }

    /** Finds an item that the actor may do, did, or may see as one who watches over the unit's work. */
    public Optional<WorkItem> find(Actor actor, UUID id) {
        return items.find(id).filter(item -> sees(actor, item));
    }

    /** What was done to have an item done. */
    public List<Chased> chases(WorkItem item) {
        return chases.of(item);
    }

    /** The unit that an item was asked of, where another took it over. */
    public Optional<Former> former(WorkItem item) {
        return items.formerUnit(item)
                .map(unit -> new Former(
                        unit,
                        successors
                                .of(unit, BusinessTime.day(item.openedAt()))
                                .map(UnitSuccessors.Successor::whole)
                                .orElse(true)));
    }

    /** An item in words. */
    public WorkLine line(Texts t, WorkItem item) {
        return kinds.line(t, item);
    }

    /** The kinds of work there are, by code. */
    public List<WorkKind> kinds() {
        return kinds.all();
    }

    private boolean sees(Actor actor, WorkItem item) {
        // everybody may sign in to a demonstration account
        if (actor.synthetic() && !item.synthetic()) return false;
        WorkItem.Closing closing = item.closing();
        return actor.account().equals(item.person())
                || (closing != null && actor.account().equals(closing.closedBy()) && actor.signedIn())
                || access.may(actor, UnitStandings.READERS, item.unit().value())
                || (kinds.known(item.kind())
                        && access.may(actor, item.role(), item.unit().value()));
    }

    /** Lines of the rooms that show many things as one; they are of no kind. */
    private List<Entry> shared(Texts t, Actor actor, Filter filter, LocalDate today) {
        if (!filter.kind().isEmpty()) return List.of();
        return sources.stream()
                .flatMap(source -> source.waiting(t, actor).stream())
                .map(line -> entry(line, line.due() != null && line.due().isBefore(today), today))
                .filter(entry -> entry.overdue() || !filter.overdue())
                .toList();
    }

    private List<Entry> entries(Texts t, List<WorkItem> found, Instant now) {
        LocalDate today = BusinessTime.day(now);
        return found.stream()
                .map(item -> entry(kinds.line(t, item), item.late(now), today))
                .toList();
    }

    private static Entry entry(WorkLine line, boolean overdue, LocalDate today) {
        return new Entry(line, line.due() == null ? 0 : ChronoUnit.DAYS.between(line.due(), today), overdue);
    }

    private WorkListStore.Reach reach(Actor actor, LocalDate today) {
        var units = new ArrayList<String>();
        var roles = new ArrayList<String>();
        for (String role : kinds.roles())
            for (String unit : access.units(actor, role)) {
                units.add(unit);
                roles.add(role);
            }
        var persons = new ArrayList<UUID>();
        if (actor.signedIn()) {
            persons.add(actor.account());
            persons.addAll(delegations.standsInFor(actor, today));
        }
        return new WorkListStore.Reach(units, roles, persons, actor.account(), actor.synthetic());
    }

    /** The table of entries; they come in one order, the most overdue first. Without a day there is no column of days. */
    public static Table table(String path, Cursor cursor, Slice<Entry> entries) {
        boolean dated = dated(entries.items());
        return Table.of(
                path,
                COLUMNS.stream().filter(column -> dated || !column.equals(DUE)).toList(),
                cursor,
                entries);
    }

    /** Whether any entry is due on a day. */
    public static boolean dated(List<Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.line().due() != null);
    }

    private static Slice<WorkItem> slice(List<WorkItem> found) {
        return Slice.of(found, PAGE, Place::cursor);
    }
}
