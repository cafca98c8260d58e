package vn.thucchat.foundation.units;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** Every version of every unit and every succession, unchanging in memory. */
final class Gazetteer {

    /** Stands for "older than our records" where a day is needed to count from. */
    static final LocalDate BEGINNING = LocalDate.MIN;

    private static final Comparator<Unit> OLDEST_FIRST =
            Comparator.comparing(unit -> unit.validFrom() == null ? BEGINNING : unit.validFrom());

    private final NavigableMap<UnitCode, List<Unit>> versions = new TreeMap<>();
    private final Map<UnitCode, List<Unit>> everChildren = new HashMap<>();
    private final Map<UnitCode, NavigableMap<LocalDate, List<Heritage>>> heritage = new HashMap<>();
    private final Map<UnitCode, List<Heritage>> origins = new HashMap<>();
    private final NavigableSet<LocalDate> changes = new TreeSet<>();
    private final Map<LocalDate, DayView> views = new ConcurrentHashMap<>();
    private final Map<UnitCode, Set<UnitCode>> reaches = new ConcurrentHashMap<>();
    private final Map<UnitCode, String> folded = new HashMap<>();
    private final Composer composer;

    Gazetteer(Collection<Unit> units, Collection<Heritage> successions) {
        for (Unit unit : units) {
            versions.computeIfAbsent(unit.code(), code -> new ArrayList<>()).add(unit);
            if (unit.parent() != null)
                everChildren
                        .computeIfAbsent(unit.parent(), code -> new ArrayList<>())
                        .add(unit);
            if (unit.validFrom() != null) changes.add(unit.validFrom());
            if (unit.validTo() != null) changes.add(unit.validTo().plusDays(1));
            folded.merge(unit.code(), fold(unit.name() + " " + unit.code()), (a, b) -> a + "\n" + b);
        }
        for (var list : versions.values()) list.sort(OLDEST_FIRST);
        for (Heritage line : successions) {
            heritage.computeIfAbsent(line.from(), code -> new TreeMap<>())
                    .computeIfAbsent(line.effective(), day -> new ArrayList<>())
                    .add(line);
            if (line.to() != null)
                origins.computeIfAbsent(line.to(), code -> new ArrayList<>()).add(line);
            changes.add(line.effective());
        }
        composer = new Composer(this);
    }

    Optional<Unit> find(UnitCode code, LocalDate on) {
        return history(code).stream().filter(unit -> unit.validOn(on)).findFirst();
    }

    Optional<Unit> nearest(UnitCode code, LocalDate to) {
        return history(code).stream().min(Comparator.comparingLong(unit -> distance(unit, to)));
    }

    private static long distance(Unit unit, LocalDate day) {
        if (unit.validFrom() != null && day.isBefore(unit.validFrom()))
            return ChronoUnit.DAYS.between(day, unit.validFrom());
        if (unit.validTo() != null && day.isAfter(unit.validTo())) return ChronoUnit.DAYS.between(unit.validTo(), day);
        return 0;
    }

    List<Unit> history(UnitCode code) {
        return Collections.unmodifiableList(versions.getOrDefault(code, List.of()));
    }

    List<Unit> below(UnitCode above, UnitKind.Level level, LocalDate on) {
        return on(on).below(above).stream()
                .filter(unit -> unit.kind().level() == level)
                .toList();
    }

    List<Unit> children(UnitCode parent, LocalDate on) {
        return List.copyOf(on(on).children(parent));
    }

    List<Unit> path(UnitCode code, LocalDate on) {
        var path = new ArrayList<Unit>();
        Optional<Unit> unit = nearest(code, on);
        while (unit.isPresent() && !path.contains(unit.get())) {
            path.add(unit.get());
            @Nullable UnitCode parent = unit.get().parent();
            // of a unit long gone, what it belonged to then
            LocalDate day = unit.get().validOn(on) ? on : lastDay(unit.get(), on);
            unit = parent == null ? Optional.empty() : nearest(parent, day);
        }
        return path.reversed();
    }

    private static LocalDate lastDay(Unit unit, LocalDate on) {
        if (unit.validTo() != null && on.isAfter(unit.validTo())) return unit.validTo();
        return unit.validFrom() == null ? on : unit.validFrom();
    }

    Set<UnitCode> reach(UnitCode code) {
        return reaches.computeIfAbsent(code, from -> {
            var found = new HashSet<UnitCode>();
            found.add(from);
            reach(from, BEGINNING, LocalDate.MAX, found, 0);
            return Collections.unmodifiableSet(found);
        });
    }

    /** Only what was below at one and the same time: a ward's later agencies are not below its former district. */
    private void reach(UnitCode parent, LocalDate from, LocalDate to, Set<UnitCode> found, int depth) {
        if (depth > 20) return;
        for (Unit child : everChildren.getOrDefault(parent, List.of())) {
            LocalDate first = later(from, child.validFrom());
            LocalDate last = child.validTo() == null || to.isBefore(child.validTo()) ? to : child.validTo();
            if (first.isAfter(last)) continue;
            found.add(child.code());
            reach(child.code(), first, last, found, depth + 1);
        }
    }

    private static LocalDate later(LocalDate a, @Nullable LocalDate b) {
        return b == null || a.isAfter(b) ? a : b;
    }

    List<Succession> successors(UnitCode code, LocalDate after) {
        return heritage.getOrDefault(code, Collections.emptyNavigableMap()).tailMap(after, false).values().stream()
                .flatMap(Gazetteer::successions)
                .toList();
    }

    List<Succession> predecessors(UnitCode code) {
        return origins.getOrDefault(code, List.of()).stream()
                .flatMap(line -> successions(heritage(line.from(), line.effective())))
                .filter(succession -> succession.to().equals(code))
                .distinct()
                .sorted(Comparator.comparing(Succession::effective).thenComparing(Succession::from))
                .toList();
    }

    /** Whether the unit ended without anybody recording its heir. */
    boolean heirUnknown(UnitCode code) {
        return heritage.getOrDefault(code, Collections.emptyNavigableMap()).values().stream()
                .flatMap(List::stream)
                .anyMatch(line -> line.to() == null);
    }

    private static Stream<Succession> successions(List<Heritage> lines) {
        boolean whole = lines.size() == 1;
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(line.to())
                        .map(to -> new Succession(
                                line.from(), to, line.effective(), whole, whole ? null : line.share(), line.source())));
    }

    List<Heritage> heritage(UnitCode code, LocalDate effective) {
        return heritage.getOrDefault(code, Collections.emptyNavigableMap()).getOrDefault(effective, List.of());
    }

    List<Units.Era> eras(LocalDate from, LocalDate to) {
        var eras = new ArrayList<Units.Era>();
        if (from.isAfter(to)) return eras;
        LocalDate start = from;
        for (LocalDate change : changes.subSet(from, false, to, true)) {
            eras.add(new Units.Era(start, change.minusDays(1)));
            start = change;
        }
        eras.add(new Units.Era(start, to));
        return eras;
    }

    Composition compose(Collection<UnitCode> targets, LocalDate boundaries, LocalDate day) {
        return composer.compose(targets, eraStart(boundaries), eraStart(day));
    }

    /** Codes whose name in any version has every word of the text, or that begin with it; diacritics do not matter. */
    List<Unit> search(String text) {
        String[] words = fold(text).strip().split("\\s+");
        return versions.entrySet().stream()
                .filter(entry -> Stream.of(words)
                        .allMatch(
                                word -> folded.getOrDefault(entry.getKey(), "").contains(word)))
                .map(entry -> entry.getValue().getLast())
                .sorted(Comparator.comparing((Unit unit) -> unit.kind().level())
                        .thenComparing(unit -> unit.validTo() != null)
                        .thenComparing(Unit::name, VietnameseText.ORDER)
                        .thenComparing(Unit::code))
                .toList();
    }

    static String fold(String text) {
        return VietnameseText.fold(text);
    }

    DayView on(LocalDate day) {
        return views.computeIfAbsent(
                eraStart(day),
                start -> new DayView(versions.values().stream()
                        .flatMap(List::stream)
                        .filter(unit -> unit.validOn(start))
                        .toList()));
    }

    /** The first day of the era of a day: all days of one era look alike. */
    LocalDate eraStart(LocalDate day) {
        LocalDate change = changes.floor(day);
        return change == null ? BEGINNING : change;
    }

    /** The changes that lie between two days, in the order in which one meets them going from the first. */
    Collection<LocalDate> changesBetween(LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? changes.subSet(from, false, to, true)
                : changes.subSet(to, false, from, true).descendingSet();
    }
}
