package vn.thucchat.foundation.units;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The gazetteer: units as they were on any day, and what became of them. */
@Service
public class Units {

    /** The version of a unit on a day. */
    public Optional<Unit> find(UnitCode code, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** The version of a unit on a day or, when it did not exist then, the one nearest to it: for names on pages. */
    public Optional<Unit> nearest(UnitCode code, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** Every version of a unit, oldest first; empty when there never was such a code. */
    public List<Unit> history(UnitCode code) {
        throw new UnsupportedOperationException();
    }

    /** The units of a level that are anywhere below {@code above} on a day, by code. */
    public List<Unit> below(UnitCode above, UnitKind.Level level, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** The units from the nation down to {@code code} itself on a day (nearest version). */
    public List<Unit> path(UnitCode code, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** The unit and all that ever were below it, in any version: what a role held in it reaches. */
    public Set<UnitCode> reach(UnitCode code) {
        throw new UnsupportedOperationException();
    }

    /** What became of a unit after a day, oldest first. */
    public List<Succession> successors(UnitCode code, LocalDate after) {
        throw new UnsupportedOperationException();
    }

    /** The stretches of [from, to] within which no unit changed; their days may be read in one go. */
    public List<Era> eras(LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /**
     * Which units of {@code day} make up each of {@code targets} in the boundaries of another day. With {@code day}
     * and {@code boundaries} in one era that is each target and everything below it.
     */
    public Composition compose(Collection<UnitCode> targets, LocalDate boundaries, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Days from {@code from} to {@code to}, both included. */
    public record Era(LocalDate from, LocalDate to) {}
}
