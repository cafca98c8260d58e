package vn.thucchat.steering.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.papers.Cell;
import vn.thucchat.foundation.papers.CellValue;
import vn.thucchat.foundation.papers.Parsed;
import vn.thucchat.foundation.papers.SheetReading;
import vn.thucchat.foundation.papers.SheetReading.Row;
import vn.thucchat.foundation.papers.VietnameseNumbers;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.TargetSheets.CellFault;

/** Reads the rows of one sheet of targets and gathers every fault, by cell. */
final class TargetRows {

    private static final int UNIT = 0;
    private static final int NAME = 1;
    private static final int INDICATOR = 2;
    private static final int PERIOD = 3;
    private static final int VALUE = 4;
    /** The first of three columns that may be left out or empty. */
    private static final int STEPS = 5;

    private final Map<String, Indicator> indicators;
    private final Units units;
    private final Set<String> reach;
    private final boolean synthetic;
    private final InstantSource clock;
    private final List<CellFault> faults = new ArrayList<>();
    private final Set<String> bad = new HashSet<>();
    private final Map<List<Object>, Integer> seen = new HashMap<>();

    TargetRows(
            Map<String, Indicator> indicators, Units units, Set<String> reach, boolean synthetic, InstantSource clock) {
        this.indicators = indicators;
        this.units = units;
        this.reach = reach;
        this.synthetic = synthetic;
        this.clock = clock;
    }

    List<CellFault> faults() {
        return faults;
    }

    /** Tells of cells that cannot be read; their rows are judged by their other cells. */
    void skip(List<SheetReading.BadCell> cells) {
        for (SheetReading.BadCell cell : cells) {
            faults.add(new CellFault(cell.address(), cell.reason().key(), List.of(cell.address())));
            bad.add(cell.address());
        }
    }

    /** The first row is the heading. */
    List<Target> read(List<Row> rows, Document document) {
        var targets = new ArrayList<Target>();
        if (rows.isEmpty() || !heading(rows.getFirst())) {
            faults.add(new CellFault("A1", "targets.fault.heading", List.of()));
            return targets;
        }
        for (Row row : rows.subList(1, rows.size()))
            if (row.cell(VALUE).isPresent() || bad(row, VALUE))
                target(row, document).ifPresent(targets::add);
        if (targets.isEmpty() && faults.isEmpty()) faults.add(new CellFault("", "targets.fault.no-values", List.of()));
        return targets;
    }

    /** Words in all five columns, whichever the language: a row of data has a number in the last. */
    private static boolean heading(Row row) {
        return Stream.of(UNIT, NAME, INDICATOR, PERIOD, VALUE)
                .allMatch(column -> row.cell(column)
                        .filter(cell -> cell instanceof Cell.Text(int r, int c, String text)
                                && !VietnameseNumbers.numeric(text))
                        .isPresent());
    }

    private Optional<Target> target(Row row, Document document) {
        Period period = period(row);
        Unit unit = unit(row, period);
        Indicator indicator = indicator(row);
        BigDecimal value = value(row, VALUE, indicator);
        Target.Steps steps = steps(row, indicator, period);
        if (period == null || unit == null || indicator == null || value == null) return Optional.empty();
        Integer before = seen.putIfAbsent(List.of(unit.code(), indicator.code(), period), row.number());
        if (before != null) {
            fault(row, UNIT, "targets.fault.twice", before.toString());
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
    private Target.@Nullable Steps steps(Row row, @Nullable Indicator indicator, @Nullable Period period) {
        long filled = Stream.of(STEPS, STEPS + 1, STEPS + 2)
                .filter(column -> row.cell(column).isPresent())
                .count();
        if (filled == 0 || Stream.of(STEPS, STEPS + 1, STEPS + 2).anyMatch(column -> bad(row, column))) return null;
        if (filled < 3) {
            fault(row, STEPS, "targets.fault.steps");
            return null;
        }
        if (period != null && period.grain() != Period.Grain.YEAR) fault(row, STEPS, "targets.fault.steps-year");
        BigDecimal q1 = value(row, STEPS, indicator);
        BigDecimal q2 = value(row, STEPS + 1, indicator);
        BigDecimal q3 = value(row, STEPS + 2, indicator);
        return q1 == null || q2 == null || q3 == null ? null : new Target.Steps(q1, q2, q3);
    }

    private @Nullable Period period(Row row) {
        String text = text(row, PERIOD);
        Period period = Period.parse(text).orElse(null);
        if (period == null) fault(row, PERIOD, "targets.fault.period", text);
        return period;
    }

    private @Nullable Unit unit(Row row, @Nullable Period period) {
        String code = text(row, UNIT);
        if (period == null) return null;
        UnitCode written = UnitCode.read(code).orElse(null);
        Unit unit = written == null ? null : units.find(written, period.to()).orElse(null);
        if (unit == null) {
            boolean ever = written != null && !units.history(written).isEmpty();
            // 5437 may have been 05437 before a spreadsheet program took it for a number
            boolean shortened = !ever && row.cell(UNIT).orElse(null) instanceof Cell.Numeral;
            fault(row, UNIT, ever ? "targets.fault.unit-then" : shortened ? "number.code" : "targets.fault.unit", code);
            return null;
        }
        if (!reach.contains(unit.code().value())) {
            fault(row, UNIT, "targets.fault.reach", unit.code().value());
            return null;
        }
        String name = text(row, NAME);
        // Rows that slipped against each other are found by the name beside the code.
        boolean ours = name.isEmpty()
                || units.history(unit.code()).stream()
                        .anyMatch(it -> name.equalsIgnoreCase(it.name()) || name.equalsIgnoreCase(it.nameEn()));
        if (!ours) fault(row, NAME, "targets.fault.name", name, unit.name());
        return ours ? unit : null;
    }

    private @Nullable Indicator indicator(Row row) {
        String code = text(row, INDICATOR);
        Indicator indicator = indicators.get(code);
        if (indicator == null) fault(row, INDICATOR, "targets.fault.indicator", code);
        return indicator;
    }

    private @Nullable BigDecimal value(Row row, int column, @Nullable Indicator indicator) {
        Cell cell = row.cell(column).orElse(null);
        if (cell == null || indicator == null) return null;
        Parsed<BigDecimal> read = indicator.value(cell);
        if (read instanceof Parsed.Refused<BigDecimal>(String key, List<String> arguments)) {
            faults.add(new CellFault(Cell.address(row.number(), column), key, arguments));
            return null;
        }
        BigDecimal value = read.orNull();
        if (value == null || !Targets.mayHold(value)) {
            fault(row, column, "targets.fault.value", text(row, column));
            return null;
        }
        return value.stripTrailingZeros();
    }

    private boolean bad(Row row, int column) {
        return bad.contains(Cell.address(row.number(), column));
    }

    private static String text(Row row, int column) {
        return row.cell(column).map(CellValue::text).orElse("");
    }

    private void fault(Row row, int column, String key, String... arguments) {
        // the reason why a cell cannot be read stands for whatever follows from it
        if (!bad(row, column)) faults.add(new CellFault(Cell.address(row.number(), column), key, List.of(arguments)));
    }
}
