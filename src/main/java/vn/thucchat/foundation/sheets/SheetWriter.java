package vn.thucchat.foundation.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;

/**
 * Writes an XLSX row by row, however long, with little memory. A sheet with columns to fill in is a template: those
 * cells are marked and offer their choices, the others are protected (without a password: against slips, not against
 * people).
 *
 * <pre>{@code
 * try (var book = new SheetWriter("Danh mục")) {
 *     var sheet = book.sheet("Số liệu", List.of(Column.text("Đơn vị", 40), Column.number("Giá trị", 14, 2).filledIn()));
 *     sheet.row(Entry.of("Phường Phan Đình Phùng"), Entry.blank());
 *     book.writeTo(out);
 * }
 * }</pre>
 */
public final class SheetWriter implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int DIGITS_HELD = 15;
    /** Rows below the written ones stay open for more, as far as a reader takes them. */
    private static final int LAST_ROW_TO_FILL = Limits.USUAL.rows();

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final SheetLooks looks = new SheetLooks(workbook);
    private final String choicesTitle;
    private final List<Choices> choices = new ArrayList<>();

    private record Choices(SXSSFSheet sheet, int column, List<String> values) {}

    /** @param choicesTitle the name of a last sheet, made only when needed, which lists what columns offer */
    public SheetWriter(String choicesTitle) {
        this.choicesTitle = choicesTitle;
        workbook.setCompressTempFiles(true);
    }

    public Sheet sheet(String name, List<Column> columns) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        var header = sheet.createRow(0);
        var headerLook = looks.header();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.setColumnWidth(i, column.width() * 256);
            sheet.setDefaultColumnStyle(i, looks.body(column));
            var cell = header.createCell(i);
            cell.setCellValue(column.title());
            cell.setCellStyle(headerLook);
            if (!column.choices().isEmpty()) choices.add(new Choices(sheet, i, column.choices()));
        }
        if (columns.stream().anyMatch(Column::toFill)) protect(sheet);
        return new Sheet(sheet, columns);
    }

    /** Finishes the workbook; nothing can be written after it. */
    public void writeTo(OutputStream out) throws IOException {
        if (!choices.isEmpty()) writeChoices();
        workbook.write(out);
    }

    /** Finishes the workbook and returns the file. */
    public byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        writeTo(out);
        return out.toByteArray();
    }

    /** Also deletes the temporary files that long sheets are kept in. */
    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** Lists within the rule itself may have 255 characters only, fewer than our communes have. */
    private void writeChoices() {
        SXSSFSheet lists = workbook.createSheet(choicesTitle);
        int longest = choices.stream().mapToInt(c -> c.values().size()).max().orElse(0);
        for (int row = 0; row < longest; row++) {
            var written = lists.createRow(row);
            for (int column = 0; column < choices.size(); column++) {
                List<String> values = choices.get(column).values();
                if (row < values.size()) written.createCell(column).setCellValue(values.get(row));
            }
        }
        protect(lists);
        for (int i = 0; i < choices.size(); i++) {
            Choices choice = choices.get(i);
            String letters = Cell.address(1, i).replaceAll("\\d", "");
            String range = "'%s'!$%s$1:$%s$%d"
                    .formatted(
                            choicesTitle.replace("'", "''"),
                            letters,
                            letters,
                            choice.values().size());
            var rules = choice.sheet().getDataValidationHelper();
            DataValidation rule = rules.createValidation(
                    rules.createFormulaListConstraint(range),
                    new CellRangeAddressList(1, LAST_ROW_TO_FILL, choice.column(), choice.column()));
            rule.setShowErrorBox(true);
            choice.sheet().addValidationData(rule);
        }
    }

    private static void protect(SXSSFSheet sheet) {
        sheet.enableLocking();
        // POI locks everything; widening a column to read it changes nothing
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }

    /** A sheet under way; rows are written from the top and cannot be changed. */
    public final class Sheet {
        private final SXSSFSheet sheet;
        private final List<Column> columns;
        private int next = 1;

        private Sheet(SXSSFSheet sheet, List<Column> columns) {
            this.sheet = sheet;
            this.columns = List.copyOf(columns);
        }

        public void row(Entry... entries) {
            row(List.of(entries));
        }

        /** @throws IllegalArgumentException when there are not as many entries as columns */
        public void row(List<Entry> entries) {
            if (entries.size() != columns.size()) throw new IllegalArgumentException("an entry for each column");
            var row = sheet.createRow(next++);
            for (int i = 0; i < entries.size(); i++) write(row.createCell(i), columns.get(i), entries.get(i));
        }

        private void write(SXSSFCell cell, Column column, Entry entry) {
            cell.setCellStyle(looks.body(column));
            switch (entry) {
                case Entry.Text(String text) -> text(cell, column, text);
                case Entry.Numeral numeral
                when numeral.value().stripTrailingZeros().precision() > DIGITS_HELD ->
                    text(cell, column, VietnameseNumbers.write(numeral.value()));
                case Entry.Numeral numeral -> cell.setCellValue(numeral.value().doubleValue());
                case Entry.Day(var day) -> cell.setCellValue(day);
                case Entry.Link link -> {
                    text(cell, column, link.text());
                    var hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
                    hyperlink.setAddress(link.address().toString());
                    cell.setHyperlink(hyperlink);
                    cell.setCellStyle(looks.link(column));
                }
                case Entry.Blank() -> {}
            }
        }

        private void text(SXSSFCell cell, Column column, String text) {
            cell.setCellValue(text);
            if (CsvText.startsFormula(text)) cell.setCellStyle(looks.quoted(column));
        }
    }
}
