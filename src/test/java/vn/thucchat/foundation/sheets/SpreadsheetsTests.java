package vn.thucchat.foundation.sheets;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.sheets.Workbooks.aWorkbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.sheets.SheetReading.Refused;
import vn.thucchat.foundation.sheets.SheetReading.Sheet;

/** What we take from a spreadsheet and what we refuse, with the words and the cell. */
class SpreadsheetsTests {

    @Test
    void cells_keep_their_type_and_address() throws IOException {
        var sheet = taken(aWorkbook()
                .withRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>11.27</v></c><c r=\"B3\" s=\"1\"><v>44781</v></c>"
                        + "<c r=\"C3\" s=\"2\"><v>0.65</v></c><c r=\"D3\" s=\"3\"><v>44781.5</v></c>"
                        + "<c r=\"E3\" t=\"b\"><v>1</v></c><c r=\"F3\" t=\"inlineStr\"><is><t> Tu\u0301c  Duye\u0302n\u00a0</t></is></c>"
                        + "<c r=\"G3\" t=\"d\"><v>2022-06-30</v></c><c r=\"AB3\"><v>1</v></c></row>")
                .bytes());
        assertThat(sheet.name()).isEqualTo("Một");
        assertThat(sheet.rows()).extracting(SheetReading.Row::number).containsExactly(1, 3);
        assertThat(sheet.rows().get(0).cells())
                .containsExactly(new Cell.Text(1, 0, "Tên"), new Cell.Text(1, 2, "Phổ Yên"));
        assertThat(sheet.rows().get(1).cells())
                .containsExactly(
                        new Cell.Numeral(3, 0, new BigDecimal("11.27"), false),
                        new Cell.Day(3, 1, LocalDate.of(2022, 8, 8)),
                        new Cell.Numeral(3, 2, new BigDecimal("0.65"), true),
                        new Cell.Moment(3, 3, LocalDateTime.of(2022, 8, 8, 12, 0)),
                        new Cell.Truth(3, 4, true),
                        new Cell.Text(3, 5, "Túc  Duyên"),
                        new Cell.Day(3, 6, LocalDate.of(2022, 6, 30)),
                        new Cell.Numeral(3, 27, BigDecimal.ONE, false));
        assertThat(sheet.rows().get(1).cells()).last().extracting(Cell::address).isEqualTo("AB3");
        assertThat(sheet.rows().get(1).cell(3)).containsInstanceOf(Cell.Moment.class);
    }

    @ParameterizedTest
    @CsvSource({
        "4.2699999999999996, 4.27",
        "0.1, 0.1",
        "54.1, 54.1",
        "12345678901234567, 12345678901234568",
        "1E3, 1E3",
        "123456789.12345, 123456789.12345"
    })
    void a_number_is_what_the_program_shows(String stored, BigDecimal shown) throws IOException {
        var sheet = taken(aWorkbook()
                .withRows("<row r=\"1\"><c r=\"A1\"><v>" + stored + "</v></c></row>")
                .bytes());
        assertThat(((Cell.Numeral) sheet.rows().getFirst().cells().getFirst()).value())
                .isEqualByComparingTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r=\"C7\"><f>1+1</f><v>2</v></c> | FORMULA | C7",
                "<c r=\"C7\" t=\"str\"><f>HYPERLINK(\"http://x\")</f><v>x</v></c> | FORMULA | C7",
                "<c r=\"C7\"><f t=\"shared\" si=\"0\"/><v>2</v></c> | FORMULA | C7",
                "<c r=\"C7\" t=\"inlineStr\"><is><t>=HYPERLINK(\"http://x\")</t></is></c> | FORMULA | C7",
                "<c r=\"C7\" t=\"inlineStr\"><is><t> @SUM(1)</t></is></c> | FORMULA | C7",
                "<c r=\"C7\" t=\"e\"><v>#REF!</v></c> | ERROR_VALUE | C7",
                "<c r=\"C7\"><v>abc</v></c> | BAD_NUMBER | C7",
                "<c r=\"C7\"><v>1e999999999</v></c> | BAD_NUMBER | C7",
                "<c r=\"C7\" s=\"1\"><v>0.5</v></c> | BAD_DATE | C7",
                "<c r=\"C7\" s=\"1\"><v>99999999</v></c> | BAD_DATE | C7",
                "<c r=\"C7\" t=\"d\"><v>2022-02-30</v></c> | BAD_DATE | C7",
                "<c r=\"C7\" t=\"s\"><v>99</v></c> | DAMAGED | ",
                "<c r=\"C7\" s=\"99\"><v>1</v></c> | DAMAGED | ",
                "<c r=\"C8\"><v>1</v></c> | DAMAGED | ",
                "<c r=\"C7\"><v>1</v></c><c r=\"C7\"><v>2</v></c> | DAMAGED | ",
                "<c r=\"C7\" t=\"x\"><v>1</v></c> | DAMAGED | ",
                "<c r=\"C7\" t=\"inlineStr\"><is><t>a\u202eb</t></is></c> | CONTROL_CHARACTER | C7",
                "<c r=\"ZZ7\"><v>1</v></c> | TOO_MANY_COLUMNS | ZZ7"
            })
    void a_cell_that_we_do_not_take_refuses_the_file(String cells, Reason reason, String where) throws IOException {
        assertRefused(aWorkbook().withRows("<row r=\"7\">" + cells + "</row>").bytes(), reason, where);
    }

    @Test
    void hidden_rows_columns_and_sheets_are_refused_and_further_sheets_named() throws IOException {
        assertRefused(
                aWorkbook()
                        .withRows("<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row>")
                        .bytes(),
                Reason.HIDDEN_CELL,
                "A2");
        assertRefused(
                aWorkbook()
                        .with(
                                Workbooks.SHEET,
                                "<worksheet><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c></row></sheetData></worksheet>")
                        .bytes(),
                Reason.HIDDEN_CELL,
                "B2");
        String first = "<sheet name=\"Một\" sheetId=\"1\" r:id=\"rId0\"/>";
        assertRefused(
                aWorkbook()
                        .withSheets(first + "<sheet name=\"Hai\" state=\"veryHidden\" sheetId=\"2\" r:id=\"rId9\"/>")
                        .bytes(),
                Reason.HIDDEN_SHEET,
                "Hai");
        assertThat(taken(aWorkbook()
                                .withSheets(first + "<sheet name=\"Hai\" sheetId=\"2\" r:id=\"rId9\"/>")
                                .bytes())
                        .unread())
                .containsExactly("Hai");
    }

    @Test
    void programs_and_links_within_are_refused() throws IOException {
        assertRefused(aWorkbook().with("xl/vbaProject.bin", "x").bytes(), Reason.ACTIVE_CONTENT, null);
        assertRefused(
                aWorkbook()
                        .with(
                                "[Content_Types].xml",
                                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>")
                        .bytes(),
                Reason.ACTIVE_CONTENT,
                null);
        assertRefused(aWorkbook().with("xl/activeX/activeX1.xml", "x").bytes(), Reason.ACTIVE_CONTENT, null);
        assertRefused(aWorkbook().with("xl/embeddings/oleObject1.bin", "x").bytes(), Reason.ACTIVE_CONTENT, null);
        assertRefused(
                aWorkbook().with("xl/externalLinks/externalLink1.xml", "x").bytes(), Reason.EXTERNAL_LINKS, null);
        assertRefused(aWorkbook().with("xl/connections.xml", "x").bytes(), Reason.EXTERNAL_LINKS, null);
    }

    @Test
    void other_kinds_of_files_are_called_what_they_are() throws IOException {
        assertRefused(new byte[0], Reason.EMPTY, null);
        assertRefused("  \n ".getBytes(UTF_8), Reason.EMPTY, null);
        assertRefused("%PDF-1.7 …".getBytes(UTF_8), Reason.OTHER_FORMAT, null);
        assertRefused("<html><table></table></html>".getBytes(UTF_8), Reason.OTHER_FORMAT, null);
        assertRefused(aWorkbook().withRows("").bytes(), Reason.EMPTY, null);
        var ole = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[] {1}), "Workbook");
            files.writeFilesystem(ole);
        }
        assertRefused(ole.toByteArray(), Reason.OLD_EXCEL, null);
        var encrypted = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("x");
            try (var out = encryptor.getDataStream(files)) {
                out.write(aWorkbook().bytes());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            files.writeFilesystem(encrypted);
        }
        assertRefused(encrypted.toByteArray(), Reason.ENCRYPTED, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void csv_is_read_with_whatever_parts_its_fields(String separator) throws IOException {
        String text = "Xã;Giá trị;Ghi chú\nPhổ Yên;11;\"a\"\"b\nc\"\n\n;12;\n".replace(";", separator);
        for (byte[] file : List.of(
                text.getBytes(UTF_8),
                ("\uFEFF" + text).getBytes(UTF_8),
                ("\uFEFF" + text).getBytes(UTF_16LE),
                ("\uFEFF" + text).getBytes(UTF_16BE))) {
            var rows = taken(file).rows();
            assertThat(rows).extracting(SheetReading.Row::number).containsExactly(1, 2, 4);
            assertThat(rows.get(1).cells())
                    .containsExactly(
                            new Cell.Text(2, 0, "Phổ Yên"), new Cell.Text(2, 1, "11"), new Cell.Text(2, 2, "a\"b\nc"));
            assertThat(rows.get(2).cells()).extracting(Cell::address).containsExactly("B4");
        }
    }

    @Test
    void decimal_commas_do_not_mislead_about_the_separator() throws IOException {
        var rows = taken("Xã;Giá trị\nA;11,27\nB;1.234,5\n".getBytes(UTF_8)).rows();
        assertThat(rows.get(1).cells()).extracting(Cell::column).containsExactly(0, 1);
        rows = taken("sep=|\nXã|Giá trị\nA|1\n".getBytes(UTF_8)).rows();
        assertThat(rows.get(1).cells()).containsExactly(new Cell.Text(3, 0, "A"), new Cell.Text(3, 1, "1"));
    }

    @Test
    void csv_that_is_not_what_it_should_be_is_refused() throws IOException {
        assertRefused("Phường,Giá trị\n".getBytes(Charset.forName("windows-1258")), Reason.ENCODING, null);
        assertRefused("à,é\n".getBytes(Charset.forName("ISO-8859-1")), Reason.ENCODING, null);
        assertRefused("Phường,1\n".getBytes(UTF_16LE), Reason.ENCODING, null);
        assertRefused("a,b\n1,=HYPERLINK(\"http://x\")\n".getBytes(UTF_8), Reason.FORMULA, "B2");
        assertRefused("a,=b\n1,\u0007\n=1+1,@x\n".getBytes(UTF_8), Reason.FORMULA, "B1, A3, B3");
        assertRefused("a,b\n1,\"=1+1\"\n".getBytes(UTF_8), Reason.FORMULA, "B2");
        assertRefused("a,b\n1,\u0007x\n".getBytes(UTF_8), Reason.CONTROL_CHARACTER, "B2");
        assertRefused("a,b\n1,\"x\n".getBytes(UTF_8), Reason.QUOTES, "2");
        assertRefused("a,b\n1,\"x\"y\n".getBytes(UTF_8), Reason.QUOTES, "2");
        assertRefused(("a,b\n" + ",".repeat(70) + "x\n").getBytes(UTF_8), Reason.TOO_MANY_COLUMNS, "BS2");
        assertRefused(("a,b\n1," + "x".repeat(40_000) + "\n").getBytes(UTF_8), Reason.TEXT_TOO_LONG, "B2");
        assertRefused("a,b\n".repeat(20_001).getBytes(UTF_8), Reason.TOO_MANY_ROWS, "A20001");
        assertRefused("a,b\n".repeat(2_000_000).getBytes(UTF_8), Reason.TOO_LARGE, "5");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_is_said_in_both_languages(Reason reason) {
        for (var language : List.of(Locale.ROOT, Locale.ENGLISH))
            assertThat(ResourceBundle.getBundle(
                                    "messages/papers",
                                    language,
                                    ResourceBundle.Control.getNoFallbackControl(
                                            ResourceBundle.Control.FORMAT_PROPERTIES))
                            .getString(reason.key()))
                    .isNotBlank();
    }

    static Sheet taken(byte[] file) throws IOException {
        var reading = Spreadsheets.read(new ByteArrayInputStream(file), Limits.USUAL);
        assertThat(reading).isInstanceOf(Sheet.class);
        return (Sheet) reading;
    }

    static void assertRefused(byte[] file, Reason reason, @Nullable String detail) throws IOException {
        var refused = (Refused) Spreadsheets.read(new ByteArrayInputStream(file), Limits.USUAL);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.detail()).isEqualTo(detail);
    }
}
