package vn.thucchat.steering.indicators.definitions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.files.Keeping;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.units.UnitCode;

/** What units are to reach, with the document that says so. */
@Service
public class Targets {

    /** What the column holds: numeric(20, 6). */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(14);

    private static final int DECIMALS = 6;

    private final TargetStore store;
    private final Documents documents;
    private final Files files;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Targets(TargetStore store, Documents documents, Files files, Access access, AccessLog log, InstantSource clock) {
        this.store = store;
        this.documents = documents;
        this.files = files;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** What came of setting targets: all or none. */
    public sealed interface Set {
        /**
         * @param unchanged how many held already, by the same document: nothing was added for them
         * @param document as it is kept
         */
        record Done(int targets, int unchanged, Document document) implements Set {}

        /** The units that the actor's role does not reach. */
        record OutOfReach(Collection<UnitCode> units) implements Set {}

        /** The same spreadsheet was taken before, under the same document. */
        record UploadedBefore(Instant at) implements Set {}

        /** The document's file cannot be kept. */
        record FileRefused(Keeping.Refused why) implements Set {}

        /** Somebody else has set one of the targets since the asker looked: look again. */
        record Meanwhile() implements Set {}
    }

    /**
     * Sets targets, all or none; those that held before stay readable. Every target names the same document.
     *
     * @param targets with values ≥ 0; indicators and units exist (checked by whoever read the form)
     */
    @Transactional
    public Set set(Actor actor, Document document, List<Target> targets) {
        return set(actor, document, null, null, targets, null);
    }

    /**
     * As {@link #set(Actor, Document, List)}.
     *
     * @param file the document itself, or null when it is only named
     * @param upload the SHA-256 of the spreadsheet that the targets come from, or null
     * @param seen the targets that held when the asker looked, which alone are replaced; null: whatever holds now
     */
    @Transactional
    public Set set(
            Actor actor,
            Document document,
            @Nullable UploadedFile file,
            @Nullable String upload,
            List<Target> targets,
            @Nullable Collection<UUID> seen) {
        if (!actor.equals(Actor.PLATFORM)) {
            var beyond = beyondReach(actor, targets);
            if (!beyond.isEmpty()) return new Set.OutOfReach(beyond);
        }
        // What is compared with what holds must not change in between: one at a time, as setting targets is rare.
        store.lock();
        Map<Key, Target> holding = holding(targets);
        if (seen != null && !replacesOnly(seen, targets, holding)) return new Set.Meanwhile();
        Document named = document;
        if (file != null) {
            switch (keep(actor, document, file)) {
                case Keeping.Refused refused -> {
                    undo();
                    return new Set.FileRefused(refused);
                }
                case Keeping.Kept(var note) -> named = document.with(note.id().value());
            }
        }
        Document kept = documents.keep(named);
        var now = clock.instant();
        if (upload != null && !store.insertUpload(upload, kept.id(), targets.size(), actor.account(), now)) {
            undo();
            return new Set.UploadedBefore(store.uploadedAt(upload, kept.id()));
        }
        List<Target> fresh = fresh(targets, holding, kept, now);
        if (!fresh.isEmpty()) {
            store.insert(fresh, actor.account());
            log.record(actor, "indicators.targets-set", "/targets", fresh.size() + " · " + kept.citation());
        }
        return new Set.Done(fresh.size(), targets.size() - fresh.size(), kept);
    }

    /** Whether a target may be so much: not negative, below 10¹⁴, at most six decimals. */
    public static boolean mayHold(BigDecimal value) {
        return value.signum() >= 0
                && value.compareTo(TOO_LARGE) < 0
                && value.stripTrailingZeros().scale() <= DECIMALS;
    }

    /** The targets that hold for units and periods; of real and of demonstration data apart. */
    public List<Target> holding(Collection<UnitCode> units, Collection<Period> periods) {
        return store.holding(units, periods);
    }

    /** As {@link #holding(Collection, Collection)}, of one indicator; null: of every one. */
    public List<Target> holding(Collection<UnitCode> units, Collection<Period> periods, @Nullable String indicator) {
        return store.holding(units, periods, indicator);
    }

    /** Every target there was for a figure, newest first. */
    public List<Target> history(String indicator, UnitCode unit, Period period) {
        return store.history(indicator, unit, period);
    }

    /** Every target that a unit ever had for a period, by indicator, newest first. */
    public Map<String, List<Target>> history(UnitCode unit, Period period) {
        var all = new HashMap<String, List<Target>>();
        for (Target target : store.ofUnit(unit, period))
            all.computeIfAbsent(target.indicator(), indicator -> new ArrayList<>())
                    .add(target);
        return all;
    }

    private java.util.Set<UnitCode> beyondReach(Actor actor, List<Target> targets) {
        var mine = access.units(actor, SteeringRoles.STEERING_OFFICE);
        var beyond = new TreeSet<UnitCode>();
        for (Target target : targets)
            if (!mine.contains(target.unit().value()) || (actor.synthetic() && !target.synthetic()))
                beyond.add(target.unit());
        return beyond;
    }

    /** The same paper sent again is the same paper. */
    private Keeping keep(Actor actor, Document document, UploadedFile file) {
        String sha256 = file.sha256();
        for (var note : files.notes(documents.filesOf(document)))
            if (note.sha256().equals(sha256)) return new Keeping.Kept(note);
        return files.keep(actor.account(), file.name(), file.bytes());
    }

    /** What holds now where targets are to be set. */
    private Map<Key, Target> holding(List<Target> targets) {
        var units = new HashSet<UnitCode>();
        var periods = new HashSet<Period>();
        targets.forEach(target -> {
            units.add(target.unit());
            periods.add(target.period());
        });
        var holding = new HashMap<Key, Target>();
        for (Target target : store.holding(units, periods)) holding.put(Key.of(target), target);
        return holding;
    }

    private static boolean replacesOnly(Collection<UUID> seen, List<Target> targets, Map<Key, Target> holding) {
        return targets.stream().allMatch(target -> {
            Target now = holding.get(Key.of(target));
            return now == null || seen.contains(now.id());
        });
    }

    /** Those that say something new. */
    private static List<Target> fresh(List<Target> targets, Map<Key, Target> holding, Document document, Instant now) {
        return targets.stream()
                .map(t -> new Target(
                        t.id(),
                        t.indicator(),
                        t.unit(),
                        t.period(),
                        t.value(),
                        document,
                        t.derivation(),
                        t.steps(),
                        t.synthetic(),
                        now))
                .filter(target -> !target.saysTheSameAs(holding.get(Key.of(target))))
                .toList();
    }

    private static void undo() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }

    private record Key(String indicator, UnitCode unit, Period period, boolean synthetic) {
        static Key of(Target it) {
            return new Key(it.indicator(), it.unit(), it.period(), it.synthetic());
        }
    }

    /**
     * Finds what a unit's figures of an indicator are held against in each period: the period's own target, else the
     * year's. A flow of part of a year is not held against the year's, which it cannot reach.
     *
     * @param synthetic whether the figures are of the demonstration
     */
    public Map<Period, BigDecimal> planned(
            UnitCode unit, boolean synthetic, Indicator indicator, Collection<Period> periods) {
        boolean flow = indicator.overTime() == Indicator.OverTime.SUM && !indicator.inPercent();
        var asked = new LinkedHashSet<>(periods);
        if (!flow) periods.forEach(period -> asked.add(year(period)));
        var held = new HashMap<Period, Target>();
        for (Target target : store.holding(List.of(unit), asked, indicator.code()))
            // a demonstration figure may be held against a real target, never the other way round
            if (target.synthetic() == synthetic) held.put(target.period(), target);
            else if (synthetic) held.putIfAbsent(target.period(), target);
        var planned = new HashMap<Period, BigDecimal>();
        for (Period period : periods) {
            Target target = held.get(period);
            if (target == null && !flow) target = held.get(year(period));
            if (target != null) planned.put(period, target.value());
        }
        return planned;
    }

    private static Period year(Period of) {
        return new Period(of.year(), Period.Grain.YEAR, 1);
    }
}
