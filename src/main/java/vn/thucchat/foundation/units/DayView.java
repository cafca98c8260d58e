package vn.thucchat.foundation.units;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All units as they stood on the days of one era. */
final class DayView {

    private final NavigableMap<UnitCode, Unit> units = new TreeMap<>();
    private final Map<UnitCode, List<Unit>> children = new HashMap<>();

    DayView(Collection<Unit> valid) {
        for (Unit unit : valid) {
            units.put(unit.code(), unit);
            if (unit.parent() != null)
                children.computeIfAbsent(unit.parent(), parent -> new ArrayList<>())
                        .add(unit);
        }
        for (var list : children.values()) list.sort(Comparator.comparing(Unit::code));
    }

    Collection<Unit> all() {
        return units.values();
    }

    @Nullable
    Unit get(UnitCode code) {
        return units.get(code);
    }

    boolean has(UnitCode code) {
        return units.containsKey(code);
    }

    List<Unit> children(UnitCode code) {
        return children.getOrDefault(code, List.of());
    }

    /** Everything below a unit, by code, without itself. */
    List<Unit> below(UnitCode code) {
        var found = new TreeMap<UnitCode, Unit>();
        var open = new ArrayDeque<UnitCode>();
        open.add(code);
        while (!open.isEmpty())
            for (Unit child : children(open.remove()))
                if (found.put(child.code(), child) == null) open.add(child.code());
        return List.copyOf(found.values());
    }

    /** The unit and those it belongs to, upwards. */
    List<Unit> upwards(UnitCode code) {
        var path = new ArrayList<Unit>();
        @Nullable Unit unit = units.get(code);
        while (unit != null && !path.contains(unit)) {
            path.add(unit);
            unit = unit.parent() == null ? null : units.get(unit.parent());
        }
        return path;
    }

    /** The place itself or, of an agency, the place whose agency it is. */
    @Nullable
    Unit place(UnitCode code) {
        for (Unit unit : upwards(code)) if (isPlace(unit)) return unit;
        return null;
    }

    /** The smallest places on record in a place: itself when none is below it. */
    List<UnitCode> leaves(UnitCode place) {
        var leaves = new ArrayList<UnitCode>();
        var open = new ArrayDeque<UnitCode>();
        open.add(place);
        while (!open.isEmpty()) {
            UnitCode code = open.remove();
            var places = children(code).stream().filter(DayView::isPlace).toList();
            if (places.isEmpty()) leaves.add(code);
            for (Unit child : places) open.add(child.code());
        }
        leaves.sort(Comparator.naturalOrder());
        return leaves;
    }

    boolean isLeaf(UnitCode place) {
        return children(place).stream().noneMatch(DayView::isPlace);
    }

    static boolean isPlace(Unit unit) {
        return unit.kind().level() != UnitKind.Level.AGENCY;
    }
}
