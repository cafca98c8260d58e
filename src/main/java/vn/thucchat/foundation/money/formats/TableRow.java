package vn.thucchat.foundation.money.formats;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thucchat.foundation.sheets.Cell;
import vn.thucchat.foundation.sheets.SheetReading;

/**
 * A row of a bank's table that holds something.
 *
 * @param number of the row or line in the file, from 1
 * @param cells those that hold something, by their columns from 0
 */
record TableRow(int number, SortedMap<Integer, StatedCell> cells) {

    TableRow {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    static TableRow of(SheetReading.Row row) {
        var cells = new TreeMap<Integer, StatedCell>();
        for (Cell cell : row.cells()) {
            StatedCell stated = StatedCell.of(cell);
            if (!stated.isEmpty()) cells.put(cell.column(), stated);
        }
        return new TableRow(row.number(), cells);
    }

    StatedCell cell(int column) {
        return cells.getOrDefault(column, StatedCell.EMPTY);
    }

    /** All texts, in one line. */
    String text() {
        return cells.values().stream().map(StatedCell::line).collect(Collectors.joining(" "));
    }

    Map.Entry<Integer, StatedCell> first() {
        return Map.entry(cells.firstKey(), cells.get(cells.firstKey()));
    }
}
