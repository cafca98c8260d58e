package vn.thucchat.foundation.money.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A bank's table as a workbook: texts, numbers and days as they are given, formulas behind an equals sign. */
@NullMarked
final class BankTable {

    private record Sheet(String name, List<@Nullable Object[]> rows, List<String> merged) {}

    private final List<Sheet> sheets = new ArrayList<>();

    BankTable() {
        sheet("Sao kê");
    }

    BankTable sheet(String name) {
        sheets.add(new Sheet(name, new ArrayList<>(), new ArrayList<>()));
        return this;
    }

    BankTable row(@Nullable Object... cells) {
        sheets.getLast().rows.add(cells);
        return this;
    }

    BankTable merged(String range) {
        sheets.getLast().merged.add(range);
        return this;
    }

    byte[] xlsx() {
        return bytes(new XSSFWorkbook());
    }

    byte[] xls() {
        return bytes(new HSSFWorkbook());
    }

    private byte[] bytes(Workbook workbook) {
        try (workbook) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            CellStyle moment = workbook.createCellStyle();
            moment.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy hh:mm:ss"));
            for (Sheet sheet : sheets) {
                var written = workbook.createSheet(sheet.name);
                for (int r = 0; r < sheet.rows.size(); r++) {
                    var row = written.createRow(r);
                    @Nullable Object[] cells = sheet.rows.get(r);
                    for (int c = 0; c < cells.length; c++) write(row.createCell(c), cells[c], day, moment);
                }
                sheet.merged.forEach(range -> written.addMergedRegion(CellRangeAddress.valueOf(range)));
            }
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Cell cell, @Nullable Object value, CellStyle day, CellStyle moment) {
        switch (value) {
            case null -> {}
            case Number number -> cell.setCellValue(number.doubleValue());
            case LocalDate date -> {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            }
            case LocalDateTime at -> {
                cell.setCellValue(at);
                cell.setCellStyle(moment);
            }
            case String text when text.startsWith("=SUM") -> cell.setCellFormula(text.substring(1));
            default -> cell.setCellValue(value.toString());
        }
    }
}
