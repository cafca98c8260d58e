package vn.thucchat.foundation.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds XLSX files part by part, as no decent program would. */
final class Workbooks {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String TEXTS = "xl/sharedStrings.xml";

    private final Map<String, Consumer<ZipOutputStream>> parts = new LinkedHashMap<>();

    private Workbooks() {}

    /** A sound workbook with one sheet. */
    static Workbooks aWorkbook() {
        return new Workbooks()
                .with(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
                .with("_rels/.rels", relations("officeDocument", "xl/workbook.xml"))
                .withSheets("<sheet name=\"Một\" sheetId=\"1\" r:id=\"rId0\"/>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relations(
                                "worksheet", "worksheets/sheet1.xml",
                                "sharedStrings", "sharedStrings.xml",
                                "styles", "/xl/styles.xml"))
                .with(
                        TEXTS,
                        "<sst xmlns=\"" + MAIN
                                + "\"><si><t>Tên</t></si><si><r><t>Phổ </t></r><r><t>Yên</t></r></si></sst>")
                .with(
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"" + MAIN
                                + "\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
                                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"10\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>")
                .withRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
    }

    Workbooks withSheets(String sheets) {
        return with(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets
                        + "</sheets></workbook>");
    }

    Workbooks withRows(String rows) {
        return with(SHEET, "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    Workbooks with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Workbooks with(String name, byte[] content) {
        return streamed(name, out -> write(out, content));
    }

    /** A start, a middle many times over, an end: never whole in memory. */
    Workbooks repeated(String name, String start, String middle, long times, String end) {
        byte[] block = middle.repeat(1_000).getBytes(StandardCharsets.UTF_8);
        return streamed(name, out -> {
            write(out, start.getBytes(StandardCharsets.UTF_8));
            for (long i = 0; i < times; i += 1_000) write(out, block);
            write(out, end.getBytes(StandardCharsets.UTF_8));
        });
    }

    Workbooks streamed(String name, Consumer<ZipOutputStream> content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().accept(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String relations(String... typesAndTargets) {
        var xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < typesAndTargets.length; i += 2)
            xml.append("<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(i / 2, OFFICE, typesAndTargets[i], typesAndTargets[i + 1]));
        return xml.append("</Relationships>").toString();
    }

    static void write(ZipOutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
