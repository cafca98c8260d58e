package vn.thucchat.economy.market;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Cell;
import vn.thucchat.foundation.papers.SheetReading;

/** Which column of a file is which, by the titles in its first row: in any order, in any of our languages. */
final class SheetLayout {

    private final Map<SheetColumn, Integer> places = new EnumMap<>(SheetColumn.class);
    private final Map<Integer, SheetColumn> columns = new HashMap<>();
    private final List<Imports.RowFault> faults = new ArrayList<>();

    /** @param languages that the titles may be in */
    SheetLayout(List<SheetReading.Row> rows, List<Texts> languages) {
        var titles = new HashMap<String, SheetColumn>();
        for (SheetColumn column : SheetColumn.values())
            for (Texts t : languages) titles.put(bare(t.of(column.key())), column);
        for (SheetReading.Row row : rows)
            if (row.number() == 1)
                for (Cell cell : row.cells())
                    if (cell instanceof Cell.Text title && !title.text().isBlank())
                        put(cell.column(), column(titles, bare(title.text())));
        for (SheetColumn needed : List.of(SheetColumn.ZONE, SheetColumn.NUMBER))
            if (faults.isEmpty() && !places.containsKey(needed))
                faults.add(new Imports.RowFault(1, needed.key(), needed.place(), "market.sheet.title.missing"));
    }

    /** By its title, or by how only one column's title begins. */
    private static Optional<SheetColumn> column(Map<String, SheetColumn> titles, String title) {
        SheetColumn exactly = titles.get(title);
        if (exactly != null) return Optional.of(exactly);
        List<SheetColumn> begun = titles.entrySet().stream()
                .filter(known -> known.getKey().startsWith(title + " "))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
    }

    private void put(int place, Optional<SheetColumn> column) {
        if (column.isEmpty()) {
            faults.add(new Imports.RowFault(1, "market.sheet.title", place, "market.sheet.title.unknown"));
        } else if (places.putIfAbsent(column.get(), place) != null) {
            faults.add(new Imports.RowFault(1, column.get().key(), place, "market.sheet.title.twice"));
        } else {
            columns.put(place, column.get());
        }
    }

    List<Imports.RowFault> faults() {
        return faults;
    }

    Map<SheetColumn, Cell> cells(SheetReading.Row row) {
        var cells = new EnumMap<SheetColumn, Cell>(SheetColumn.class);
        for (Cell cell : row.cells()) {
            SheetColumn column = columns.get(cell.column());
            if (column != null) cells.put(column, cell);
        }
        return cells;
    }

    Imports.RowFault fault(SheetReading.BadCell cell) {
        SheetColumn column = columns.get(cell.column());
        return new Imports.RowFault(
                cell.row(),
                column == null ? "market.sheet.title" : column.key(),
                cell.column(),
                cell.reason().key(),
                List.of(cell.address()));
    }

    /** With the cell where this file has the column. */
    Imports.RowFault placed(Imports.RowFault fault) {
        for (var column : places.entrySet())
            if (column.getKey().key().equals(fault.column())) return fault.at(column.getValue());
        return fault;
    }

    /** A title without its unit: in brackets or after a stroke. */
    private static String bare(String title) {
        return Traders.sought(title.replaceAll("\\(.*?\\)|/.*", " ").strip());
    }
}
