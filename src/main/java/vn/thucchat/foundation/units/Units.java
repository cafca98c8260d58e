package vn.thucchat.foundation.units;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;

/**
 * The gazetteer: units as they were on any day, and what became of them. It is held in memory; an import by another
 * process is seen within seconds.
 */
@Service
public class Units {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private record Snapshot(String stamp, Gazetteer gazetteer, long lookedAt) {}

    private final UnitsStore store;
    private final Duration lookAgain;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;

    @Autowired
    @SuppressWarnings("unused") // the shipped units must be there before anybody asks
    Units(UnitsStore store, ShippedUnits shipped) {
        this(store, LOOK_AGAIN);
    }

    Units(UnitsStore store, Duration lookAgain) {
        this.store = store;
        this.lookAgain = lookAgain;
    }

    /** The version of a unit on a day. */
    public Optional<Unit> find(UnitCode code, LocalDate on) {
        return gazetteer().find(code, on);
    }

    /** The version of a unit on a day or, when it did not exist then, the one nearest to it: for names on pages. */
    public Optional<Unit> nearest(UnitCode code, LocalDate to) {
        return gazetteer().nearest(code, to);
    }

    /** Every version of a unit, oldest first; empty when there never was such a code. */
    public List<Unit> history(UnitCode code) {
        return gazetteer().history(code);
    }

    /** The units of a level that are anywhere below {@code above} on a day, by code. */
    public List<Unit> below(UnitCode above, UnitKind.Level level, LocalDate on) {
        return gazetteer().below(above, level, on);
    }

    /** The units of any level directly below {@code parent} on a day, its agencies too, by code. */
    public List<Unit> children(UnitCode parent, LocalDate on) {
        return gazetteer().children(parent, on);
    }

    /** The units from the nation down to {@code code} itself on a day (nearest version). */
    public List<Unit> path(UnitCode code, LocalDate on) {
        return gazetteer().path(code, on);
    }

    /** The unit and all that ever were below it, in any version: what a role held in it reaches. */
    public Set<UnitCode> reach(UnitCode code) {
        return gazetteer().reach(code);
    }

    /** A unit on a day with all that it belongs to but the nation: {@code Phường Ba Hàng · Thành phố Phổ Yên · Tỉnh Thái Nguyên}. */
    public String address(Texts t, UnitCode code, LocalDate on) {
        return path(code, on).reversed().stream()
                .filter(unit -> unit.kind() != UnitKind.NATION || unit.code().equals(code))
                .map(unit -> t.either(unit.name(), unit.nameEn()))
                .collect(Collectors.joining(" · "));
    }

    /** What became of a unit after a day, oldest first. */
    public List<Succession> successors(UnitCode code, LocalDate after) {
        return gazetteer().successors(code, after);
    }

    /** What a unit was made of, at any time, oldest first. */
    public List<Succession> predecessors(UnitCode code) {
        return gazetteer().predecessors(code);
    }

    /** Whether the unit was merged and nobody recorded into which. */
    public boolean heirUnknown(UnitCode code) {
        return gazetteer().heirUnknown(code);
    }

    /** The units with all words of the text in a name they ever had or in their code, latest version; diacritics do not matter. */
    public List<Unit> search(String text) {
        return gazetteer().search(text);
    }

    /** The stretches of [from, to] within which no unit changed; their days may be read in one go. */
    public List<Era> eras(LocalDate from, LocalDate to) {
        return gazetteer().eras(from, to);
    }

    /**
     * Which units of {@code day} make up each of {@code targets} in the boundaries of another day. With {@code day}
     * and {@code boundaries} in one era that is each target and everything below it.
     */
    public Composition compose(Collection<UnitCode> targets, LocalDate boundaries, LocalDate day) {
        return gazetteer().compose(targets, boundaries, day);
    }

    /**
     * Whether somebody may change what all units share (definitions, banks, layouts, units): by a role held in a
     * province or the nation, and never by a demonstration account, whose password everybody knows.
     */
    public boolean mayChangeShared(Actor actor, String role) {
        return !actor.synthetic() && heldInProvince(actor, role);
    }

    /** Whether somebody holds a role in a province or the nation. */
    public boolean heldInProvince(Actor actor, String role) {
        return actor.grants().stream()
                .filter(grant -> grant.role().equals(role))
                .flatMap(grant -> UnitCode.read(grant.unit()).stream())
                .flatMap(code -> history(code).stream())
                .anyMatch(unit -> unit.kind().level().compareTo(UnitKind.Level.PROVINCE) <= 0);
    }

    /** Names the present state of the gazetteer; changes with every import, so that answers may be kept until then. */
    public String stamp() {
        return current().stamp;
    }

    /** Looks now whether something was imported, for the process that did it. */
    void refresh() {
        looking.lock();
        try {
            look();
        } finally {
            looking.unlock();
        }
    }

    private Gazetteer gazetteer() {
        return current().gazetteer;
    }

    private Snapshot current() {
        Snapshot seen = snapshot;
        if (seen != null && System.nanoTime() - seen.lookedAt < lookAgain.toNanos()) return seen;
        if (seen == null) looking.lock();
        else if (!looking.tryLock()) return seen; // somebody else is looking; what we have is seconds old
        try {
            return look();
        } finally {
            looking.unlock();
        }
    }

    private Snapshot look() {
        Snapshot seen = snapshot;
        String stamp = store.stamp();
        Gazetteer gazetteer = seen != null && seen.stamp.equals(stamp) ? seen.gazetteer : null;
        while (gazetteer == null) {
            var read = new Gazetteer(store.units(), store.successions());
            // an import between the statements would mix two states
            String after = store.stamp();
            if (after.equals(stamp)) gazetteer = read;
            stamp = after;
        }
        var fresh = new Snapshot(stamp, gazetteer, System.nanoTime());
        snapshot = fresh;
        return fresh;
    }

    /** Days from {@code from} to {@code to}, both included. */
    public record Era(LocalDate from, LocalDate to) {}
}
