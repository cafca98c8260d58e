package vn.thucchat.foundation.units;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitFiles.HeritageLine;
import vn.thucchat.foundation.units.UnitFiles.VersionLine;

/** What must hold between the lines of a collection, and between it and the other collections. */
final class UnitRules {

    private record Split(UnitCode from, LocalDate effective) {}

    private final UnitFiles files;
    private final Map<UnitCode, List<Unit>> versions = new HashMap<>();

    private UnitRules(UnitFiles files) {
        this.files = files;
    }

    /**
     * Adds what is wrong to the errors of the files.
     *
     * @param others the units of all other collections
     * @param replaced the units of this collection as it was, if it was there
     */
    static void check(UnitFiles files, Collection<Unit> others, Collection<Unit> replaced) {
        var rules = new UnitRules(files);
        rules.collect(others);
        rules.removed(replaced);
        for (VersionLine line : files.versions()) rules.parent(line);
        rules.cycles();
        rules.successions();
    }

    private void unit(VersionLine line, UnitColumn column, String key, Object... arguments) {
        files.unit(line.line(), column, key, arguments);
    }

    private void succession(HeritageLine line, SuccessionColumn column, String key, Object... arguments) {
        files.succession(line, column, key, arguments);
    }

    private void collect(Collection<Unit> others) {
        var taken = new HashSet<UnitCode>();
        for (Unit unit : others) {
            taken.add(unit.code());
            versions.computeIfAbsent(unit.code(), code -> new ArrayList<>()).add(unit);
        }
        for (VersionLine line : files.versions()) {
            Unit unit = line.unit();
            if (taken.contains(unit.code())) {
                unit(line, UnitColumn.CODE, "units.fault.taken", unit.code());
                continue;
            }
            var same = versions.computeIfAbsent(unit.code(), code -> new ArrayList<>());
            if (same.stream().anyMatch(other -> overlap(unit, other)))
                unit(line, UnitColumn.VALID_FROM, "units.fault.overlap", unit.code());
            same.add(unit);
        }
        var order = Comparator.comparing((Unit unit) -> first(unit));
        for (var list : versions.values()) list.sort(order);
    }

    /** Facts may stand on any unit that ever was on record: it may end, but not vanish. */
    private void removed(Collection<Unit> replaced) {
        var gone = new TreeSet<UnitCode>();
        for (Unit unit : replaced) if (!versions.containsKey(unit.code())) gone.add(unit.code());
        for (UnitCode code : gone) files.unit(0, UnitColumn.CODE, "units.fault.removed", code);
    }

    private void parent(VersionLine line) {
        Unit unit = line.unit();
        boolean nation = unit.kind() == UnitKind.NATION;
        if (unit.parent() == null) {
            if (!nation) unit(line, UnitColumn.PARENT, "units.fault.parent-missing");
            return;
        }
        if (nation) {
            unit(line, UnitColumn.PARENT, "units.fault.parent-needless");
            return;
        }
        LocalDate day = first(unit);
        for (Unit parent : versions.getOrDefault(unit.parent(), List.of())) {
            if (!overlap(unit, parent)) continue;
            if (!mayHold(parent.kind(), unit.kind())) {
                unit(line, UnitColumn.PARENT, "units.fault.parent-level", parent.name());
                return;
            }
            if (first(parent).isAfter(day)) break;
            if (parent.validTo() == null || !parent.validTo().isBefore(last(unit))) return;
            day = parent.validTo().plusDays(1);
        }
        unit(
                line,
                UnitColumn.PARENT,
                "units.fault.parent-absent",
                unit.parent(),
                day.equals(LocalDate.MIN) ? "…" : day);
    }

    private static boolean mayHold(UnitKind parent, UnitKind child) {
        if (child == UnitKind.AGENCY) return true;
        return parent != UnitKind.AGENCY && parent.level().compareTo(child.level()) < 0;
    }

    /** Only agencies can stand in a circle: of places each is on a higher level than the one before. */
    private void cycles() {
        var parents = new HashMap<UnitCode, Set<UnitCode>>();
        for (VersionLine line : files.versions())
            if (line.unit().parent() != null)
                parents.computeIfAbsent(line.unit().code(), code -> new HashSet<>())
                        .add(line.unit().parent());
        for (VersionLine line : files.versions()) {
            if (line.unit().kind() != UnitKind.AGENCY) continue;
            var above = new HashSet<UnitCode>();
            var open = new ArrayList<>(parents.getOrDefault(line.unit().code(), Set.of()));
            while (!open.isEmpty()) {
                UnitCode code = open.removeLast();
                if (above.add(code)) open.addAll(parents.getOrDefault(code, Set.of()));
            }
            if (above.contains(line.unit().code()))
                unit(line, UnitColumn.PARENT, "units.fault.cycle", line.unit().code());
        }
    }

    private void successions() {
        var splits = new LinkedHashMap<Split, List<HeritageLine>>();
        for (HeritageLine line : files.successions()) {
            Heritage heritage = line.heritage();
            var lines = splits.computeIfAbsent(
                    new Split(heritage.from(), heritage.effective()), split -> new ArrayList<>());
            if (lines.stream()
                    .anyMatch(other -> java.util.Objects.equals(other.heritage().to(), heritage.to())))
                succession(line, SuccessionColumn.NEW_CODE, "units.fault.duplicate", heritage.from());
            lines.add(line);
            ends(line);
        }
        splits.forEach(this::split);
    }

    private void ends(HeritageLine line) {
        Heritage heritage = line.heritage();
        LocalDate before = heritage.effective().minusDays(1);
        @Nullable Unit from = valid(heritage.from(), before);
        if (from == null)
            succession(line, SuccessionColumn.OLD_CODE, "units.fault.not-there-before", heritage.from(), before);
        if (heritage.to() == null) return;
        @Nullable Unit to = valid(heritage.to(), heritage.effective());
        if (to == null)
            succession(
                    line,
                    SuccessionColumn.NEW_CODE,
                    "units.fault.not-there-after",
                    heritage.to(),
                    heritage.effective());
        else if (from != null && DayView.isPlace(from) != DayView.isPlace(to))
            succession(line, SuccessionColumn.NEW_CODE, "units.fault.family", heritage.from(), heritage.to());
    }

    private void split(Split split, List<HeritageLine> lines) {
        HeritageLine first = lines.getFirst();
        long unknown =
                lines.stream().filter(line -> line.heritage().to() == null).count();
        if (unknown > 0 && unknown < lines.size())
            succession(first, SuccessionColumn.NEW_CODE, "units.fault.unknown-and-known", split.from);
        if (valid(split.from, split.effective) != null
                && lines.stream()
                        .noneMatch(line -> split.from.equals(line.heritage().to())))
            succession(first, SuccessionColumn.NEW_CODE, "units.fault.stays-without-line", split.from, split.effective);
        long shared =
                lines.stream().filter(line -> line.heritage().share() != null).count();
        if (shared == 0) return;
        if (lines.size() == 1) {
            succession(first, SuccessionColumn.SHARE, "units.fault.share-alone", split.from);
            return;
        }
        if (shared < lines.size()) {
            succession(first, SuccessionColumn.SHARE, "units.fault.shares-partly", split.from);
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (HeritageLine line : lines) {
            BigDecimal share = line.heritage().share();
            if (share != null) sum = sum.add(share);
        }
        if (sum.compareTo(BigDecimal.ONE) != 0)
            succession(first, SuccessionColumn.SHARE, "units.fault.shares-sum", split.from, sum.toPlainString());
    }

    private @Nullable Unit valid(UnitCode code, LocalDate day) {
        for (Unit unit : versions.getOrDefault(code, List.of())) if (unit.validOn(day)) return unit;
        return null;
    }

    private static boolean overlap(Unit a, Unit b) {
        return !first(a).isAfter(last(b)) && !first(b).isAfter(last(a));
    }

    private static LocalDate first(Unit unit) {
        return unit.validFrom() == null ? LocalDate.MIN : unit.validFrom();
    }

    private static LocalDate last(Unit unit) {
        return unit.validTo() == null ? LocalDate.MAX : unit.validTo();
    }
}
