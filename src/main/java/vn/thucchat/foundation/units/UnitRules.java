package vn.thucchat.foundation.units;

import static vn.thucchat.foundation.units.Fault.File.SUCCESSIONS;
import static vn.thucchat.foundation.units.Fault.File.UNITS;

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
    private final List<Fault> faults = new ArrayList<>();
    private final Map<UnitCode, List<Unit>> versions = new HashMap<>();

    private UnitRules(UnitFiles files) {
        this.files = files;
    }

    /**
     * @param others the units of all other collections
     * @param replaced the units of this collection as it was, if it was there
     */
    static List<Fault> check(UnitFiles files, Collection<Unit> others, Collection<Unit> replaced) {
        var rules = new UnitRules(files);
        rules.collect(others);
        rules.removed(replaced);
        for (VersionLine line : files.versions()) rules.parent(line);
        rules.cycles();
        rules.successions();
        rules.faults.sort(Comparator.comparing(Fault::file).thenComparingLong(Fault::line));
        return rules.faults;
    }

    private void unit(VersionLine line, String column, Fault.Reason reason, Object... arguments) {
        faults.add(Fault.at(UNITS, line.line(), column, reason, arguments));
    }

    private void succession(HeritageLine line, String column, Fault.Reason reason, Object... arguments) {
        faults.add(Fault.at(SUCCESSIONS, line.line(), column, reason, arguments));
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
                unit(line, "code", Fault.Reason.TAKEN, unit.code());
                continue;
            }
            var same = versions.computeIfAbsent(unit.code(), code -> new ArrayList<>());
            if (same.stream().anyMatch(other -> overlap(unit, other)))
                unit(line, "valid_from", Fault.Reason.OVERLAP, unit.code());
            same.add(unit);
        }
        var order = Comparator.comparing((Unit unit) -> first(unit));
        for (var list : versions.values()) list.sort(order);
    }

    /** Facts may stand on any unit that ever was on record: it may end, but not vanish. */
    private void removed(Collection<Unit> replaced) {
        var gone = new TreeSet<UnitCode>();
        for (Unit unit : replaced) if (!versions.containsKey(unit.code())) gone.add(unit.code());
        for (UnitCode code : gone) faults.add(Fault.at(UNITS, 0, "code", Fault.Reason.REMOVED, code));
    }

    private void parent(VersionLine line) {
        Unit unit = line.unit();
        boolean nation = unit.kind() == UnitKind.NATION;
        if (unit.parent() == null) {
            if (!nation) unit(line, "parent", Fault.Reason.PARENT_MISSING);
            return;
        }
        if (nation) {
            unit(line, "parent", Fault.Reason.PARENT_NEEDLESS);
            return;
        }
        LocalDate day = first(unit);
        for (Unit parent : versions.getOrDefault(unit.parent(), List.of())) {
            if (!overlap(unit, parent)) continue;
            if (!mayHold(parent.kind(), unit.kind())) {
                unit(line, "parent", Fault.Reason.PARENT_LEVEL, parent.name());
                return;
            }
            if (first(parent).isAfter(day)) break;
            if (parent.validTo() == null || !parent.validTo().isBefore(last(unit))) return;
            day = parent.validTo().plusDays(1);
        }
        unit(line, "parent", Fault.Reason.PARENT_ABSENT, unit.parent(), day.equals(LocalDate.MIN) ? "…" : day);
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
                unit(line, "parent", Fault.Reason.CYCLE, line.unit().code());
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
                succession(line, "new_code", Fault.Reason.DUPLICATE, heritage.from());
            lines.add(line);
            ends(line);
        }
        splits.forEach(this::split);
    }

    private void ends(HeritageLine line) {
        Heritage heritage = line.heritage();
        LocalDate before = heritage.effective().minusDays(1);
        @Nullable Unit from = valid(heritage.from(), before);
        if (from == null) succession(line, "old_code", Fault.Reason.NOT_THERE_BEFORE, heritage.from(), before);
        if (heritage.to() == null) return;
        @Nullable Unit to = valid(heritage.to(), heritage.effective());
        if (to == null) succession(line, "new_code", Fault.Reason.NOT_THERE_AFTER, heritage.to(), heritage.effective());
        else if (from != null && DayView.isPlace(from) != DayView.isPlace(to))
            succession(line, "new_code", Fault.Reason.FAMILY, heritage.from(), heritage.to());
    }

    private void split(Split split, List<HeritageLine> lines) {
        HeritageLine first = lines.getFirst();
        long unknown =
                lines.stream().filter(line -> line.heritage().to() == null).count();
        if (unknown > 0 && unknown < lines.size())
            succession(first, "new_code", Fault.Reason.UNKNOWN_AND_KNOWN, split.from);
        if (valid(split.from, split.effective) != null
                && lines.stream()
                        .noneMatch(line -> split.from.equals(line.heritage().to())))
            succession(first, "new_code", Fault.Reason.STAYS_WITHOUT_LINE, split.from, split.effective);
        long shared =
                lines.stream().filter(line -> line.heritage().share() != null).count();
        if (shared == 0) return;
        if (lines.size() == 1) {
            succession(first, "share", Fault.Reason.SHARE_ALONE, split.from);
            return;
        }
        if (shared < lines.size()) {
            succession(first, "share", Fault.Reason.SHARES_PARTLY, split.from);
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (HeritageLine line : lines) {
            BigDecimal share = line.heritage().share();
            if (share != null) sum = sum.add(share);
        }
        if (sum.compareTo(BigDecimal.ONE) != 0)
            succession(first, "share", Fault.Reason.SHARES_SUM, split.from, sum.toPlainString());
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
