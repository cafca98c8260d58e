package vn.thucchat.foundation.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.papers.PapersTests;
import vn.thucchat.foundation.papers.QrImages;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;

/** The spreadsheets, CSV and codes that we hand out. */
class WritingTests {

    @Test
    void what_is_written_is_read_again_and_text_stays_text() throws IOException {
        byte[] file = workbook(
                List.of(
                        Column.text("Đơn vị", 30),
                        Column.number("Giá trị", 12, 2),
                        Column.day("Ngày", 12),
                        Column.text("Mở", 10)),
                List.of(
                        List.of(
                                Entry.of("Phường Túc Duyên"),
                                Entry.of(new BigDecimal("11.27")),
                                Entry.of(LocalDate.of(2022, 8, 8)),
                                Entry.link("05437", URI.create("https://thucchat.example/units/05437"))),
                        List.of(
                                Entry.of("-1+1"),
                                Entry.of(new BigDecimal("1234567890123456.5")),
                                Entry.blank(),
                                Entry.of(""))));
        var rows = SpreadsheetsTests.taken(file).rows();
        assertThat(rows.get(1).cells())
                .containsExactly(
                        new Cell.Text(2, 0, "Phường Túc Duyên"),
                        new Cell.Numeral(2, 1, new BigDecimal("11.27"), false),
                        new Cell.Day(2, 2, LocalDate.of(2022, 8, 8)),
                        new Cell.Text(2, 3, "05437"));
        assertThat(rows.get(2).cells())
                .containsExactly(new Cell.Text(3, 0, "-1+1"), new Cell.Text(3, 1, "1.234.567.890.123.456,5"));
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(3).getHyperlink().getAddress())
                    .isEqualTo("https://thucchat.example/units/05437");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getProtect()).isFalse();
        }
    }

    @Test
    void text_that_looks_like_a_formula_is_none() throws IOException {
        byte[] file =
                workbook(List.of(Column.text("Tên", 10)), List.of(List.of(Entry.of("=HYPERLINK(\"http://x\",\"y\")"))));
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var cell = workbook.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void a_template_opens_only_what_is_to_be_filled_in_and_offers_long_lists() throws IOException {
        List<String> communes =
                IntStream.range(0, 178).mapToObj(i -> "Xã số " + i).toList();
        byte[] file = workbook(
                List.of(
                        Column.text("Chỉ tiêu", 30),
                        Column.text("Đơn vị", 30).filledIn().oneOf(communes),
                        Column.number("Giá trị", 12, 2).filledIn()),
                List.of(List.of(Entry.of("Tỷ lệ"), Entry.blank(), Entry.blank())));
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getProtect()).isTrue();
            var row = sheet.getRow(1);
            assertThat(IntStream.range(0, 3)
                            .mapToObj(i -> row.getCell(i).getCellStyle().getLocked()))
                    .containsExactly(true, false, false);
            assertThat(sheet.getColumnStyle(1).getLocked()).as("rows below").isFalse();
            var rule = sheet.getDataValidations().getFirst();
            assertThat(rule.getValidationConstraint().getFormula1()).isEqualTo("'Danh mục'!$A$1:$A$178");
            assertThat(rule.getRegions().getCellRangeAddresses()[0].formatAsString())
                    .startsWith("B2:");
            assertThat(workbook.getSheet("Danh mục").getRow(177).getCell(0).getStringCellValue())
                    .isEqualTo("Xã số 177");
        }
        assertThat(SpreadsheetsTests.taken(file).unread()).containsExactly("Danh mục");
    }

    @Test
    void a_row_must_fit_the_columns() {
        assertThatThrownBy(() -> workbook(List.of(Column.text("Tên", 10)), List.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "=1+1|'=1+1",
                "+84 912|'+84 912",
                "-a|'-a",
                "@x|'@x",
                " =1|' =1",
                "＝1|'＝1",
                "-5|-5",
                "-1.234,5|-1.234,5",
                "+4,27|+4,27",
                "Túc Duyên|Túc Duyên",
                "a=b|a=b",
                "abc;=1+1;x|abc;'=1+1;x",
                "abc; =1+1|abc;' =1+1",
                "abc;\"=1+1\"|abc;'\"=1+1\"",
                "a;-5;+4,27|a;-5;+4,27",
                "a; b; -5 độ|a; b;' -5 độ",
                ";@x|;'@x",
                "=1;=2|'=1;'=2"
            })
    void csv_defuses_what_would_run(String text, String written) {
        assertThat(CsvText.defused(text)).isEqualTo(written);
        assertThat(CsvText.defused("\tx")).isEqualTo("'\tx");
        assertThat(CsvText.defused("\rx")).isEqualTo("'\rx");
        assertThat(CsvText.defused("memo\n=HYPERLINK(1)")).isEqualTo("memo\n'=HYPERLINK(1)");
        assertThat(CsvText.defused("memo\t=1")).isEqualTo("memo\t'=1");
    }

    /** Excel where the comma is the decimal mark: a line is parted at semicolons, quotes or not. */
    @Test
    void no_cell_runs_where_fields_are_parted_by_semicolons() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var csv = new CsvText(out)) {
            csv.row("Cô Lan; =cmd|' /C calc'!A0;x", "b,c;\"@SUM(1)\"", "nhiều\n+84=dòng");
        }
        String text = new String(out.toByteArray(), UTF_8);
        List<String> cells = text.lines()
                .flatMap(line -> java.util.Arrays.stream(line.split(";", -1)))
                .toList();
        assertThat(cells)
                .hasSizeGreaterThan(4)
                .allSatisfy(cell -> assertThat(CsvText.startsFormula(cell.replaceFirst("^[\\s\"]+", "")))
                        .as(cell)
                        .isFalse());
    }

    @Property
    void csv_comes_back_as_it_was_and_no_field_can_run(
            @ForAll @Size(min = 1, max = 5) List<@Size(min = 1, max = 4) List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var csv = new CsvText(out)) {
            rows.forEach(csv::row);
        }
        String text = new String(out.toByteArray(), UTF_8);
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        List<List<String>> read = new ArrayList<>();
        try (var reader = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new ByteArrayInputStream(out.toByteArray()))) {
            for (var line : reader) read.add(line.getFields());
        }
        assertThat(read)
                .isEqualTo(rows.stream()
                        .map(row -> row.stream()
                                // a lone surrogate is no character and cannot be written in UTF-8
                                .map(field -> new String(CsvText.defused(field).getBytes(UTF_8), UTF_8))
                                .toList())
                        .toList());
        assertThat(read.stream().flatMap(List::stream))
                .allSatisfy(field -> assertThat(!CsvText.startsFormula(field) || VietnameseNumbers.numeric(field))
                        .isTrue());
    }

    @Test
    void codes_are_read_as_they_were_written_and_have_their_quiet_zone() throws Exception {
        for (String text : List.of("https://thucchat.example/f/x", "Phổ Yên", "A".repeat(1_500))) {
            var image = ImageIO.read(new ByteArrayInputStream(QrImages.png(text, 900)));
            assertThat(PapersTests.decode(image)).isEqualTo(text);
        }
        assertThatThrownBy(() -> QrImages.svg("A".repeat(5_000))).isInstanceOf(IllegalArgumentException.class);
        var small = ImageIO.read(new ByteArrayInputStream(QrImages.png("x", 1)));
        assertThat(small.getWidth()).isEqualTo(21 + 2 * 4);
        for (int i = 0; i < small.getWidth(); i++)
            for (int quiet = 0; quiet < 4; quiet++)
                assertThat(small.getRGB(i, quiet) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    private static byte[] workbook(List<Column> columns, List<List<Entry>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new SheetWriter("Danh mục")) {
            var sheet = book.sheet("Số liệu", columns);
            rows.forEach(sheet::row);
            book.writeTo(out);
        }
        return out.toByteArray();
    }
}
