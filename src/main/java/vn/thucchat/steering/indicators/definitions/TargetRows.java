package vn.thucchat.steering.indicators.definitions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.sheets.Cell;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.Parsed;

/** Reads the rows of a sheet of targets; what is wrong with them is among the errors of the sheet. */
final class TargetRows {

    private static final List<TargetColumn> QUARTERS = List.of(TargetColumn.Q1, TargetColumn.Q2, TargetColumn.Q3);

    private final Map<String, Indicator> indicators;
    private final Units units;
    private final Set<String> reach;
    private final boolean synthetic;
    private final InstantSource clock;
    private final Map<List<Object>, Integer> seen = new HashMap<>();

    TargetRows(
            Map<String, Indicator> indicators, Units units, Set<String> reach, boolean synthetic, InstantSource clock) {
        this.indicators = indicators;
        this.units = units;
        this.reach = reach;
        this.synthetic = synthetic;
        this.clock = clock;
    }

    /** The targets of the rows that have a value. */
    List<Target> read(SheetImport<TargetColumn> sheet, Document document) {
        var targets = new ArrayList<Target>();
        boolean any = false;
        for (SheetImport<TargetColumn>.Row row : sheet.rows())
            if (row.has(TargetColumn.VALUE)) {
                any = true;
                target(row, document).ifPresent(targets::add);
            }
        if (!any && sheet.errors().isEmpty()) sheet.error(2, TargetColumn.VALUE, "targets.fault.no-values", List.of());
        return targets;
    }

    private Optional<Target> target(SheetImport<TargetColumn>.Row row, Document document) {
        Period period = period(row);
        Unit unit = unit(row, period);
        Indicator indicator = indicator(row);
        BigDecimal value = value(row, TargetColumn.VALUE, indicator);
        Target.Steps steps = steps(row, indicator, period);
        if (period == null || unit == null || indicator == null || value == null) return Optional.empty();
        Integer before = seen.putIfAbsent(List.of(unit.code(), indicator.code(), period), row.number());
        if (before != null) {
            fault(row, TargetColumn.UNIT, "targets.fault.twice", before.toString());
            return Optional.empty();
        }
        return Optional.of(new Target(
                Ids.next(clock),
                indicator.code(),
                unit.code(),
                period,
                value,
                document,
                "",
                steps,
                synthetic,
                Instant.EPOCH));
    }

    /** The path by quarter: all three cells or none. */
    private Target.@Nullable Steps steps(
            SheetImport<TargetColumn>.Row row, @Nullable Indicator indicator, @Nullable Period period) {
        long filled = QUARTERS.stream().filter(row::has).count();
        if (filled == 0) return null;
        if (filled < QUARTERS.size()) {
            row.error(TargetColumn.Q1, "targets.fault.steps");
            return null;
        }
        if (period != null && period.grain() != Period.Grain.YEAR)
            row.error(TargetColumn.Q1, "targets.fault.steps-year");
        BigDecimal q1 = value(row, TargetColumn.Q1, indicator);
        BigDecimal q2 = value(row, TargetColumn.Q2, indicator);
        BigDecimal q3 = value(row, TargetColumn.Q3, indicator);
        return q1 == null || q2 == null || q3 == null ? null : new Target.Steps(q1, q2, q3);
    }

    private @Nullable Period period(SheetImport<TargetColumn>.Row row) {
        String text = row.text(TargetColumn.PERIOD);
        Period period = Period.parse(text).orElse(null);
        if (period == null) fault(row, TargetColumn.PERIOD, "targets.fault.period", text);
        return period;
    }

    private @Nullable Unit unit(SheetImport<TargetColumn>.Row row, @Nullable Period period) {
        String code = row.text(TargetColumn.UNIT);
        if (period == null) return null;
        UnitCode written = UnitCode.read(code).orElse(null);
        Unit unit = written == null ? null : units.find(written, period.to()).orElse(null);
        if (unit == null) {
            boolean ever = written != null && !units.history(written).isEmpty();
            // 5437 may have been 05437 before a spreadsheet program took it for a number
            boolean shortened = !ever && row.cell(TargetColumn.UNIT).orElse(null) instanceof Cell.Numeral;
            fault(
                    row,
                    TargetColumn.UNIT,
                    ever ? "targets.fault.unit-then" : shortened ? "number.code" : "targets.fault.unit",
                    code);
            return null;
        }
        if (!reach.contains(unit.code().value())) {
            fault(row, TargetColumn.UNIT, "targets.fault.reach", unit.code().value());
            return null;
        }
        String name = row.text(TargetColumn.NAME);
        // Rows that slipped against each other are found by the name beside the code.
        boolean ours = name.isEmpty()
                || units.history(unit.code()).stream()
                        .anyMatch(it -> name.equalsIgnoreCase(it.name()) || name.equalsIgnoreCase(it.nameEn()));
        if (!ours) fault(row, TargetColumn.NAME, "targets.fault.name", name, unit.name());
        return ours ? unit : null;
    }

    private @Nullable Indicator indicator(SheetImport<TargetColumn>.Row row) {
        String code = row.text(TargetColumn.INDICATOR);
        Indicator indicator = indicators.get(code);
        if (indicator == null) fault(row, TargetColumn.INDICATOR, "targets.fault.indicator", code);
        return indicator;
    }

    private static @Nullable BigDecimal value(
            SheetImport<TargetColumn>.Row row, TargetColumn column, @Nullable Indicator indicator) {
        if (indicator == null) return null;
        BigDecimal value = row.read(column, indicator::value);
        if (value == null) return null;
        if (!Targets.mayHold(value)) fault(row, column, "targets.fault.value", row.text(column));
        return Targets.mayHold(value) ? value.stripTrailingZeros() : null;
    }

    private static void fault(SheetImport<TargetColumn>.Row row, TargetColumn column, String key, String... arguments) {
        row.error(column, key, Stream.of(arguments).map(Parsed::quoted).toList());
    }
}
