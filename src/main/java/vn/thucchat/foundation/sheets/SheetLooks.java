package vn.thucchat.foundation.sheets;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** The styles of one workbook, each made once: a workbook may have only so many. */
final class SheetLooks {

    private static final String FONT = "Times New Roman";
    private static final short POINTS = 12;

    private record Look(String format, boolean toFill, boolean link, boolean quoted) {}

    private final SXSSFWorkbook workbook;
    private final Map<Look, CellStyle> made = new HashMap<>();

    SheetLooks(SXSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    CellStyle header() {
        CellStyle style = bordered();
        Font font = font();
        font.setBold(true);
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    CellStyle body(Column column) {
        return made(new Look(column.format(), column.toFill(), false, false));
    }

    CellStyle link(Column column) {
        return made(new Look("@", column.toFill(), true, false));
    }

    /** Keeps a text a text even when its cell is edited. */
    CellStyle quoted(Column column) {
        return made(new Look("@", column.toFill(), false, true));
    }

    private CellStyle made(Look look) {
        return made.computeIfAbsent(look, this::make);
    }

    private CellStyle make(Look look) {
        CellStyle style = bordered();
        Font font = font();
        if (look.link()) {
            font.setUnderline(Font.U_SINGLE);
            font.setColor(IndexedColors.BLUE.getIndex());
        }
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setWrapText(look.format().equals("@"));
        style.setLocked(!look.toFill());
        if (look.toFill()) {
            style.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.quoted()) ((XSSFCellStyle) style).setQuotePrefixed(true);
        return style;
    }

    private CellStyle bordered() {
        CellStyle style = workbook.createCellStyle();
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setWrapText(true);
        return style;
    }

    private Font font() {
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints(POINTS);
        return font;
    }
}
