package vn.thucchat.foundation.sheets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The rows of one sheet part, cell by cell; stops at the first thing that we do not take. */
final class SheetRows extends DefaultHandler {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private final Limits limits;
    private final SharedTexts.TextBudget budget;
    private final CellValues values;
    private final Strictness strictness;
    private final List<SheetReading.Row> rows = new ArrayList<>();
    private final BitSet hiddenColumns = new BitSet();
    private final StringBuilder text = new StringBuilder();

    private final List<Cell> cells = new ArrayList<>();
    private final BadCells bad = new BadCells();
    private int row;
    private int column;
    private boolean hiddenRow;
    private String type = "n";
    private @Nullable String style;
    private boolean inValue;
    private boolean computed;
    private int phonetic;

    SheetRows(Limits limits, SharedTexts.TextBudget budget, CellValues values, Strictness strictness) {
        this.limits = limits;
        this.budget = budget;
        this.values = values;
        this.strictness = strictness;
    }

    List<SheetReading.Row> rows() {
        return rows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "col" -> hideColumns(attributes);
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "f" -> formula();
            case "rPh" -> phonetic++;
            case "v", "t" -> inValue = phonetic == 0;
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "row" -> endRow();
            case "c" -> endCell();
            case "rPh" -> phonetic--;
            case "v", "t" -> inValue = false;
            default -> {}
        }
    }

    @Override
    public void endDocument() {
        bad.demandNone(new SheetReading.Sheet("", List.copyOf(rows), List.of()));
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (!inValue) return;
        budget.take(length);
        text.append(characters, start, length);
    }

    private void hideColumns(Attributes attributes) {
        if (!Workbook.truth(attributes.getValue("hidden"))) return;
        int from = number(attributes, "min", 1, LAST_COLUMN);
        hiddenColumns.set(from - 1, Math.max(from, number(attributes, "max", from, LAST_COLUMN)));
    }

    private void startRow(Attributes attributes) {
        int next = number(attributes, "r", row + 1, LAST_ROW);
        if (next <= row) throw new Stop(Reason.DAMAGED);
        row = next;
        column = -1;
        hiddenRow = Workbook.truth(attributes.getValue("hidden"));
        cells.clear();
    }

    private void startCell(Attributes attributes) {
        @Nullable String address = attributes.getValue("r");
        int next = address == null ? column + 1 : columnOf(address);
        if (next <= column || next >= LAST_COLUMN) throw new Stop(Reason.DAMAGED);
        column = next;
        type = Optional.ofNullable(attributes.getValue("t")).orElse("n");
        style = attributes.getValue("s");
        computed = false;
        text.setLength(0);
    }

    private void endCell() {
        // told already, and not a value to judge
        if (computed && strictness == Strictness.REFUSE) return;
        var cell = computed
                ? Optional.<Cell>of(new Cell.Text(row, column, Strictness.FORMULA))
                : bad.read(() -> values.cell(row, column, type, style, text.toString()));
        if (cell == null || cell.isEmpty()) return;
        String address = cell.get().address();
        if (column >= limits.columns()) throw new Stop(Reason.TOO_MANY_COLUMNS, address);
        if (strictness == Strictness.REFUSE && (hiddenRow || hiddenColumns.get(column)))
            bad.add(Reason.HIDDEN_CELL, address);
        budget.cell();
        cells.add(cell.get());
    }

    private void formula() {
        if (strictness == Strictness.REFUSE) bad.add(Reason.FORMULA, Cell.address(row, column));
        computed = true;
    }

    private void endRow() {
        if (cells.isEmpty()) return;
        if (rows.size() == limits.rows())
            throw new Stop(Reason.TOO_MANY_ROWS, cells.getFirst().address());
        rows.add(new SheetReading.Row(row, List.copyOf(cells)));
    }

    /** The column of {@code C7}, which must lie in the row that we are in. */
    private int columnOf(String address) {
        int letters = 0;
        int found = 0;
        for (; letters < address.length() && Character.isLetter(address.charAt(letters)) && letters < 4; letters++)
            found = found * 26 + (address.charAt(letters) - 'A' + 1);
        if (letters == 0 || !address.substring(letters).equals(Integer.toString(row))) throw new Stop(Reason.DAMAGED);
        return found - 1;
    }

    private static int number(Attributes attributes, String name, int otherwise, int most) {
        @Nullable String value = attributes.getValue(name);
        if (value == null) return otherwise;
        int number = value.matches("\\d{1,7}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > most) throw new Stop(Reason.DAMAGED);
        return number;
    }
}
