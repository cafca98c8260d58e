package vn.thucchat.steering.indicators.reporting.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.CellValue;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reporting.StatedColumn;
import vn.thucchat.steering.indicators.reporting.StatedLine;

/** The lines of a sheet that came back filled in; what is wrong with them is told at their cells. */
final class SheetLines {

    private final SheetImport<StatedColumn> sheet;
    private final Indicators indicators;
    private final Units units;
    private final LocalDate today;
    private final Map<UnitCode, List<StatedLine>> lines = new TreeMap<>();
    private final Map<UnitCode, Integer> firstRows = new HashMap<>();
    private final Map<Place, Integer> rows = new HashMap<>();
    private @Nullable Period period;

    /** Where a line stands. */
    private record Place(UnitCode unit, String indicator) {}

    SheetLines(SheetImport<StatedColumn> sheet, Indicators indicators, Units units, LocalDate today) {
        this.sheet = sheet;
        this.indicators = indicators;
        this.units = units;
        this.today = today;
        sheet.rows().forEach(this::read);
    }

    /** All that is wrong with the file, from the top. */
    List<CellError> errors() {
        List<CellError> errors = sheet.errors();
        return errors.isEmpty() && lines.isEmpty() ? List.of(CellError.ofFile("sheet.nothing", List.of())) : errors;
    }

    Map<UnitCode, List<StatedLine>> lines() {
        return lines;
    }

    Optional<Period> period() {
        return Optional.ofNullable(period);
    }

    /** Tells what is wrong with the lines of units beyond their form, at their cells. */
    void add(Map<UnitCode, List<StatedLine.Fault>> faults) {
        faults.forEach((unit, all) -> all.forEach(fault -> {
            StatedColumn column = switch (fault.field()) {
                case "value" -> StatedColumn.VALUE;
                case "numerator" -> StatedColumn.NUMERATOR;
                case "denominator" -> StatedColumn.DENOMINATOR;
                case "asOf" -> StatedColumn.AS_OF;
                case "quote" -> StatedColumn.QUOTE;
                case "indicator" -> StatedColumn.INDICATOR;
                default -> StatedColumn.UNIT;
            };
            int first = firstRows.getOrDefault(unit, 1);
            int row = rows.getOrDefault(new Place(unit, fault.indicator()), first);
            sheet.error(row, column, fault.key(), List.of(fault.at()));
        }));
    }

    private void read(SheetImport<StatedColumn>.Row row) {
        boolean filled = Stream.of(
                        StatedColumn.NUMERATOR, StatedColumn.DENOMINATOR, StatedColumn.VALUE, StatedColumn.QUOTE)
                .anyMatch(row::has);
        if (!filled) return;
        UnitCode unit = unit(row);
        period(row);
        String indicator = row.text(StatedColumn.INDICATOR);
        BigDecimal numerator = row.whole(StatedColumn.NUMERATOR);
        BigDecimal denominator = row.whole(StatedColumn.DENOMINATOR);
        BigDecimal value = value(row, indicator);
        LocalDate asOf = row.day(StatedColumn.AS_OF);
        Provenance provenance =
                row.choice(StatedColumn.PROVENANCE, StatedColumn.PROVENANCES, StatedColumn::word, "sheet.provenance");
        if (row.bad()) return;
        if (!row.wrong() && numerator == null && denominator == null && value == null)
            row.error(StatedColumn.QUOTE, "line.quote-without-number");
        if (row.wrong() || unit == null) return;
        lines.computeIfAbsent(unit, u -> new ArrayList<>())
                .add(new StatedLine(
                        indicator,
                        value,
                        numerator,
                        denominator,
                        provenance == null ? Provenance.REPORTED : provenance,
                        asOf,
                        row.text(StatedColumn.QUOTE)));
        firstRows.putIfAbsent(unit, row.number());
        rows.put(new Place(unit, indicator), row.number());
    }

    private @Nullable UnitCode unit(SheetImport<StatedColumn>.Row row) {
        String code = row.text(StatedColumn.UNIT);
        UnitCode unit = UnitCode.read(code).orElse(null);
        if (unit == null) row.error(StatedColumn.UNIT, "figure.bad-unit", List.of(Parsed.quoted(code)));
        else if (units.nearest(unit, today).isEmpty()) row.error(StatedColumn.UNIT, "figure.no-unit", List.of(code));
        return unit;
    }

    private void period(SheetImport<StatedColumn>.Row row) {
        String code = row.text(StatedColumn.PERIOD);
        Period of = Period.parse(code).orElse(null);
        if (of == null) row.error(StatedColumn.PERIOD, "figure.bad-period", List.of(Parsed.quoted(code)));
        else if (of.from().isAfter(today)) row.error(StatedColumn.PERIOD, "reporting.period.future");
        else if (period == null) period = of;
        else if (!period.equals(of)) row.error(StatedColumn.PERIOD, "sheet.two-periods", List.of(period.code()));
    }

    private @Nullable BigDecimal value(SheetImport<StatedColumn>.Row row, String indicator) {
        return row.read(
                StatedColumn.VALUE,
                cell -> indicators.find(indicator).map(it -> it.value(cell)).orElseGet(() -> CellValue.percent(cell)));
    }
}
