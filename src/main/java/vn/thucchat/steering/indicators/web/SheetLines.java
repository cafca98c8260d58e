package vn.thucchat.steering.indicators.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Cell;
import vn.thucchat.foundation.papers.CellValue;
import vn.thucchat.foundation.papers.Parsed;
import vn.thucchat.foundation.papers.SheetReading;
import vn.thucchat.foundation.papers.VietnameseDays;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.Indicators;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.StatedLine;
import vn.thucchat.steering.indicators.Uploads;
import vn.thucchat.steering.indicators.web.SheetForm.Field;

/** The lines of a sheet that came back filled in, and everything that is wrong with it, cell by cell. */
final class SheetLines {

    private final SheetForm form;
    private final Indicators indicators;
    private final Units units;
    private final Texts t;
    private final Set<Integer> bad;
    private final List<ReportingPage.Row> faults = new ArrayList<>();
    private final Map<UnitCode, List<StatedLine>> lines = new TreeMap<>();
    private final Map<UnitCode, Integer> firstRows = new HashMap<>();
    private final Map<Place, SheetReading.Row> rows = new HashMap<>();
    private @Nullable Period period;

    /** Where a line stands. */
    private record Place(UnitCode unit, String indicator) {}

    /** @param bad the rows that have a cell of which nothing was read */
    SheetLines(
            SheetForm form,
            Indicators indicators,
            Units units,
            Texts t,
            SheetReading.Sheet sheet,
            Set<Integer> bad,
            LocalDate today) {
        this.bad = bad;
        this.form = form;
        this.indicators = indicators;
        this.units = units;
        this.t = t;
        if (!headed(sheet)) faults.add(new ReportingPage.Row("A1", "", t.of("sheet.other-form")));
        else for (SheetReading.Row row : sheet.rows().subList(1, sheet.rows().size())) read(row, today);
        if (faults.isEmpty() && lines.isEmpty() && bad.isEmpty())
            faults.add(new ReportingPage.Row("", "", t.of("sheet.nothing")));
    }

    List<ReportingPage.Row> faults() {
        return faults;
    }

    Map<UnitCode, List<StatedLine>> lines() {
        return lines;
    }

    Optional<Period> period() {
        return Optional.ofNullable(period);
    }

    /** What is wrong with a line beyond its form, at its cell. */
    void add(Uploads.UnitFault of) {
        String key = of.fault().key();
        Field field = switch (of.fault().field()) {
            case "value" -> Field.VALUE;
            case "numerator" -> Field.NUMERATOR;
            case "denominator" -> Field.DENOMINATOR;
            case "asOf" -> Field.AS_OF;
            case "quote" -> Field.QUOTE;
            case "indicator" -> Field.INDICATOR;
            default -> Field.UNIT;
        };
        SheetReading.Row row = rows.get(new Place(of.unit(), of.fault().indicator()));
        if (row != null) fault(row, field, t.of(key, of.fault().at()));
        else
            faults.add(new ReportingPage.Row(
                    Cell.address(firstRows.getOrDefault(of.unit(), 1), field.column),
                    of.unit().value(),
                    t.of(key, of.fault().at())));
    }

    private boolean headed(SheetReading.Sheet sheet) {
        if (sheet.rows().isEmpty() || sheet.rows().getFirst().number() != 1) return false;
        for (Field field : Field.values())
            if (!form.heads(field, text(sheet.rows().getFirst(), field))) return false;
        return true;
    }

    private void read(SheetReading.Row row, LocalDate today) {
        boolean filled = false;
        for (Field field : List.of(Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE, Field.QUOTE))
            filled |= row.cell(field.column).isPresent();
        if (!filled) return;
        int before = faults.size();
        Optional<UnitCode> unit = unit(row, today);
        period(row, today);
        String indicator = text(row, Field.INDICATOR);
        BigDecimal numerator = number(row, Field.NUMERATOR);
        BigDecimal denominator = number(row, Field.DENOMINATOR);
        BigDecimal value = number(row, Field.VALUE);
        LocalDate asOf = day(row);
        Provenance provenance = provenance(row);
        if (bad.contains(row.number())) return;
        if (faults.size() == before && numerator == null && denominator == null && value == null)
            fault(row, Field.QUOTE, t.of("line.quote-without-number"));
        if (faults.size() > before || unit.isEmpty()) return;
        lines.computeIfAbsent(unit.get(), u -> new ArrayList<>())
                .add(new StatedLine(
                        indicator, value, numerator, denominator, provenance, asOf, text(row, Field.QUOTE)));
        firstRows.putIfAbsent(unit.get(), row.number());
        rows.put(new Place(unit.get(), indicator), row);
    }

    private Optional<UnitCode> unit(SheetReading.Row row, LocalDate today) {
        String code = text(row, Field.UNIT);
        Optional<UnitCode> unit = UnitCode.read(code);
        if (unit.isEmpty()) fault(row, Field.UNIT, t.of("figure.bad-unit", PaperForm.cut(code)));
        else if (units.nearest(unit.get(), today).isEmpty()) fault(row, Field.UNIT, t.of("figure.no-unit", code));
        return unit;
    }

    private void period(SheetReading.Row row, LocalDate today) {
        String code = text(row, Field.PERIOD);
        Optional<Period> of = Period.parse(code);
        if (of.isEmpty()) fault(row, Field.PERIOD, t.of("figure.bad-period", PaperForm.cut(code)));
        else if (of.get().from().isAfter(today)) fault(row, Field.PERIOD, t.of("reporting.period.future"));
        else if (period == null) period = of.get();
        else if (!period.equals(of.get())) fault(row, Field.PERIOD, t.of("sheet.two-periods", period.code()));
    }

    private @Nullable BigDecimal number(SheetReading.Row row, Field field) {
        return take(
                row,
                field,
                cell -> field == Field.VALUE
                        ? indicators
                                .find(text(row, Field.INDICATOR))
                                .map(it -> it.value(cell))
                                .orElseGet(() -> CellValue.percent(cell))
                        : CellValue.whole(cell));
    }

    private @Nullable LocalDate day(SheetReading.Row row) {
        return take(row, Field.AS_OF, VietnameseDays::of);
    }

    /** What a cell means, null where there is none, or null and a fault at the cell. */
    private <T> @Nullable T take(SheetReading.Row row, Field field, Function<Cell, Parsed<T>> reading) {
        Cell cell = row.cell(field.column).orElse(null);
        if (cell == null) return null;
        Parsed<T> read = reading.apply(cell);
        if (read.value().isEmpty()) fault(row, field, read.why(t));
        return read.orNull();
    }

    private Provenance provenance(SheetReading.Row row) {
        String word = text(row, Field.PROVENANCE);
        if (word.isEmpty() || form.means(Provenance.REPORTED, word)) return Provenance.REPORTED;
        if (!form.means(Provenance.SURVEYED, word))
            fault(row, Field.PROVENANCE, t.of("sheet.provenance", PaperForm.cut(word)));
        return Provenance.SURVEYED;
    }

    private void fault(SheetReading.Row row, Field field, String what) {
        faults.add(
                new ReportingPage.Row(Cell.address(row.number(), field.column), PaperForm.cut(text(row, field)), what));
    }

    private static String text(SheetReading.Row row, Field field) {
        return row.cell(field.column)
                .map(cell -> cell instanceof Cell.Text(int r, int c, String text) ? text : CellValue.text(cell))
                .orElse("");
    }
}
