package vn.thucchat.steering.indicators.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.Succession;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/**
 * How things stood on a day, reforms before it included: what was stated in a unit that ended counts in its heirs
 * until they state something newer. Where only some of the heirs of a unit that was split did, what is left of the old
 * number cannot be told: it is named, not counted.
 */
final class StateAsOf {

    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    /** Told what counts for which target, and how. */
    interface Counting {
        void row(Sums.State row, UnitAllocation to);
    }

    private record Thing(
            String kind,
            Map<String, String> facets,
            @Nullable UUID subject,
            boolean synthetic) {}

    private record Leg(UnitCode unit, LocalDate from) {}

    private final Units units;
    private final LocalDate day;
    private final List<Units.Era> eras;
    private final List<Map<UnitCode, List<UnitAllocation>>> belongings = new ArrayList<>();
    private final Map<Leg, Set<UnitCode>> heirs = new HashMap<>();

    StateAsOf(Units units, Collection<UnitCode> targets, LocalDate boundaries, LocalDate day) {
        this.units = units;
        this.day = day;
        eras = units.eras(BEGINNING, day);
        for (Units.Era era : eras) belongings.add(UnitAllocation.of(units.compose(targets, boundaries, era.from())));
    }

    /** All units whose states may count. */
    Set<UnitCode> sources() {
        var sources = new HashSet<UnitCode>();
        belongings.forEach(era -> sources.addAll(era.keySet()));
        return sources;
    }

    void count(Collection<Sums.State> rows, Counting counting) {
        var things = new LinkedHashMap<Thing, List<Sums.State>>();
        for (Sums.State row : rows)
            things.computeIfAbsent(
                            new Thing(row.kind(), row.facets(), row.subject(), row.synthetic()),
                            thing -> new ArrayList<>())
                    .add(row);
        things.values().forEach(all -> all.forEach(row -> count(row, spoken(row, all), counting)));
    }

    private void count(Sums.State row, Set<UnitCode> spoken, Counting counting) {
        boolean ofUnit = row.subject() == null;
        if (!ofUnit && !spoken.isEmpty()) return;
        for (UnitAllocation to : belongings.get(era(row)).getOrDefault(row.unit(), List.of())) {
            if (spoken.isEmpty()) {
                counting.row(row, to);
                continue;
            }
            var inside = new TreeSet<UnitCode>();
            for (UnitCode heir : heirs(row))
                if (belongings.getLast().getOrDefault(heir, List.of()).stream()
                        .anyMatch(of -> of.target().equals(to.target()))) inside.add(heir);
            if (spoken.containsAll(inside)) continue;
            boolean untouched = inside.stream().noneMatch(spoken::contains);
            counting.row(
                    row,
                    untouched
                            ? to
                            : new UnitAllocation(
                                    to.target(),
                                    null,
                                    new Composition.Undivided(row.unit(), List.copyOf(new TreeSet<>(heirs(row))))));
        }
    }

    /** The heirs of a row's unit for which something was stated in a later era, by whoever they come from. */
    private Set<UnitCode> spoken(Sums.State row, List<Sums.State> all) {
        if (all.size() == 1 || era(row) == eras.size() - 1) return Set.of();
        var spoken = new HashSet<UnitCode>();
        for (Sums.State later : all)
            if (era(later) > era(row)
                    && heirs(row.unit(), row.day(), later.day()).contains(later.unit())) spoken.addAll(heirs(later));
        spoken.retainAll(heirs(row));
        return spoken;
    }

    private Set<UnitCode> heirs(Sums.State row) {
        return heirs.computeIfAbsent(
                new Leg(row.unit(), eras.get(era(row)).from()), leg -> heirs(leg.unit(), leg.from(), day));
    }

    /** What a unit of one day is on a later one; itself where nothing happened to it. */
    private Set<UnitCode> heirs(UnitCode unit, LocalDate from, LocalDate to) {
        List<Succession> next = units.successors(unit, from);
        if (next.isEmpty() || next.getFirst().effective().isAfter(to)) return Set.of(unit);
        LocalDate change = next.getFirst().effective();
        var all = new HashSet<UnitCode>();
        for (Succession succession : next)
            if (succession.effective().equals(change)) all.addAll(heirs(succession.to(), change, to));
        return all;
    }

    private int era(Sums.State row) {
        int era = eras.size() - 1;
        while (era > 0 && row.day().isBefore(eras.get(era).from())) era--;
        return era;
    }
}
