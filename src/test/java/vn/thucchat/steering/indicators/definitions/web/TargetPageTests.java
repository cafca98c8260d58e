package vn.thucchat.steering.indicators.definitions.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.sheets.Cell;
import vn.thucchat.foundation.sheets.CellValue;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.Entry;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetReading;
import vn.thucchat.foundation.sheets.SheetWriter;
import vn.thucchat.foundation.sheets.Spreadsheets;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.Targets;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

@ApplicationTest
class TargetPageTests {

    private static final String HEADING = "Mã đơn vị,Tên đơn vị,Mã chỉ số,Kỳ,Mức giao\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    Targets targets;

    private Visitor office() {
        return new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "19"));
    }

    @Test
    void a_target_is_set_again_and_the_older_one_stays_readable() throws Exception {
        var fields = document("11/QĐ-UBND");
        fields.putAll(Map.of("indicator", "household-fibre", "unit", "05437", "period", "2021S1", "value", "1.234,5"));
        assertThat(Visitor.next(office().send("/targets", fields))).isEqualTo("/targets?unit=05437&period=2021S1");
        Visitor.next(office().send("/targets", fields));
        assertThat(history("household-fibre", "05437", "2021S1"))
                .as("sent twice, set once")
                .hasSize(1);
        fields.put("value", "70");
        Visitor.next(office().send("/targets", fields));
        assertThat(history("household-fibre", "05437", "2021S1"))
                .extracting(Target::value)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal(70), new BigDecimal("1234.5"));
        Document page = office().page("/targets?unit=05437&period=2021S1", 200);
        assertThat(page.select("details.more li").eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("70%", "11/QĐ-UBND");
    }

    @Test
    void what_is_wrong_with_a_target_is_told_and_nothing_typed_is_lost() throws Exception {
        var fields = document("");
        fields.putAll(Map.of("indicator", "nothing", "unit", "99999", "period", "2022S9", "value", "-1", "title", "x"));
        fields.put("issuedOn", "31/12/21");
        var response = office().send("/targets", fields);
        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Visitor.parsed(response);
        assertThat(page.select(".errors a").eachAttr("href"))
                .containsExactly("#indicator", "#unit", "#period", "#value", "#title", "#issuedOn");
        assertThat(page.select("#value").val()).isEqualTo("-1");
    }

    @Test
    void a_unit_out_of_reach_is_refused() throws Exception {
        var ofDistrict = new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "164"));
        var fields = document("12/QĐ-UBND");
        fields.putAll(Map.of("indicator", "household-fibre", "unit", "19", "period", "2021S2", "value", "1"));
        assertThat(ofDistrict.send("/targets", fields).getStatus()).isEqualTo(403);
        assertThat(history("household-fibre", "19", "2021S2")).isEmpty();
        ofDistrict.page("/targets?unit=19&period=2021S2", 404);
        assertThat(ofDistrict
                        .open("/targets/template.xlsx?period=2021S2&above=19&level=commune")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_template_has_a_row_for_each_unit_and_indicator() throws Exception {
        var response = office().open("/targets/template.xlsx?period=2022S1&above=19&level=commune");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Disposition")).contains("ke-hoach-2022S1-19.xlsx");
        var sheet = (SheetReading.Sheet)
                Spreadsheets.read(new ByteArrayInputStream(response.getContentAsByteArray()), Limits.USUAL);
        assertThat(sheet.rows().size() - 1)
                .isGreaterThan(178 * 20)
                .satisfies(rows -> assertThat(rows % 178).isZero());
        assertThat(sheet.rows().get(1).cell(0))
                .map(cell -> ((Cell.Text) cell).text())
                .isPresent();
        office().page("/targets/template.xlsx?period=2022&above=19&level=village", 400);
    }

    @Test
    void ten_thousand_rows_are_taken_at_once_and_counted_once() throws Exception {
        var months = java.util.stream.IntStream.rangeClosed(1, 60)
                .mapToObj(n -> "%d%02d".formatted(2016 + (n - 1) / 12, (n - 1) % 12 + 1))
                .toList();
        var units = ((SheetReading.Sheet) Spreadsheets.read(
                        new ByteArrayInputStream(
                                office().open("/targets/template.xlsx?period=2020&above=19&level=commune")
                                        .getContentAsByteArray()),
                        Limits.USUAL))
                .rows().stream()
                        .skip(1)
                        .map(row -> ((Cell.Text) row.cells().getFirst()).text())
                        .distinct()
                        .toList();
        assertThat(units).as("the premise: the communes of 2020").hasSizeGreaterThan(170);
        byte[] sheet = xlsx(units.stream()
                .flatMap(unit -> months.stream().map(month -> List.of(unit, "", "villages-covered", month, "12")))
                .toList());
        var response = office().send("/targets/upload", document("60/QĐ-UBND"), file("sheet", "kh.xlsx", sheet));
        assertThat(Visitor.next(response)).isEqualTo("/targets/upload");
        assertThat(history("villages-covered", units.getLast(), months.getLast()))
                .hasSize(1);
        var again = office().send("/targets/upload", document("60/QĐ-UBND"), file("sheet", "kh.xlsx", sheet));
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(again).select(".errors").text()).contains("đã được nhận ngày");
        assertThat(history("villages-covered", units.getFirst(), months.getFirst()))
                .hasSize(1);
    }

    @Test
    void rows_that_hold_already_add_nothing() throws Exception {
        String row = "05440,,adult-smartphone,2020S1,\"65,5\"\n";
        upload(HEADING + row, 303);
        upload(HEADING + row + "05440,,household-fibre,2020S1,\n05440,,household-fibre,2020S2,10\n", 303);
        assertThat(history("adult-smartphone", "05440", "2020S1")).hasSize(1);
        assertThat(history("household-fibre", "05440", "2020S2")).hasSize(1);
        assertThat(history("household-fibre", "05440", "2020S1"))
                .as("a row without a value is left alone")
                .isEmpty();
    }

    @Test
    void one_wrong_cell_and_no_row_is_taken() throws Exception {
        Document page = upload(
                HEADING
                        + "05437,Phường Túc Duyên,household-fibre,2019S1,10\n"
                        + "5440,,no-such-indicator,2019S1,10\n"
                        + "05437,Phường Phan Đình Phùng,adult-smartphone,2019S1,10\n"
                        + "05437,,adult-smartphone,2019S5,10\n"
                        + "99999,,adult-smartphone,2019S1,-3\n"
                        + "05437,,household-fibre,2019S1,11\n"
                        + "01,,household-fibre,2019S1,mười\n",
                422);
        assertThat(page.select("tbody th").eachText()).contains("C3", "B4", "D5", "A6", "E6", "A7", "E8");
        assertThat(page.select("#number").val()).as("nothing typed is lost").isEqualTo("7/QĐ-UBND");
        assertThat(history("household-fibre", "05437", "2019S1")).isEmpty();
    }

    @Test
    void the_year_before_stands_beside_and_can_be_copied() throws Exception {
        upload(HEADING + "05455,,household-fibre,2021S1,\"61,5\"\n", 303);
        var row = office().page("/targets?unit=05455&period=2022S1", 200)
                .select("tr:has(a[href=/indicators/household-fibre])");
        assertThat(row.select(".was").text()).contains("giao 61,5%");
        var nation = new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "VN"));
        var reached = nation.page("/targets?unit=VN&period=2023S1", 200).select(".was a.val");
        assertThat(reached).isNotEmpty();
        nation.page(reached.getFirst().attr("href"), 200);

        String at = "/targets/template.xlsx?period=2022S1&above=05455&level=commune";
        assertThat(fibre(at)).doesNotContainKey(4).containsEntry(8, "61.5");
        assertThat(fibre(at + "&copied=true")).containsEntry(4, "61.5").containsEntry(8, "61.5");
    }

    /** The cells of fibre's row by column. */
    private Map<Integer, String> fibre(String template) throws Exception {
        var sheet = (SheetReading.Sheet) Spreadsheets.read(
                new ByteArrayInputStream(office().open(template).getContentAsByteArray()), Limits.USUAL);
        var cells = new HashMap<Integer, String>();
        for (var row : sheet.rows())
            if (row.cell(2)
                    .filter(cell -> CellValue.text(cell).equals("household-fibre"))
                    .isPresent()) row.cells().forEach(cell -> cells.put(cell.column(), CellValue.text(cell)));
        return cells;
    }

    @Test
    void cells_that_cannot_be_read_are_told_with_all_other_faults() throws Exception {
        Document page = upload(
                HEADING
                        + "05437,,household-fibre,2018S2,=1+1\n"
                        + "05440,,household-fibre,2018S2,mười\n"
                        + "05440,,no-such-indicator,2018S2,10\n"
                        + "99999,,household-fibre,2018S2,=2\n",
                422);
        assertThat(page.select("tbody th").eachText()).containsExactlyInAnyOrder("E2", "E3", "C4", "E5", "A5");
        assertThat(history("household-fibre", "05437", "2018S2")).isEmpty();
    }

    @Test
    void sheets_that_are_no_such_sheets_are_refused() throws Exception {
        assertThat(upload("", 422).select(".errors a[href=#sheet]")).hasSize(1);
        assertThat(upload("05437,,household-fibre,2018S1,10\n", 422)
                        .select("tbody th")
                        .text())
                .isEqualTo("A1");
        assertThat(upload(HEADING, 422).select(".errors a[href=#sheet]")).hasSize(1);
        assertThat(upload(HEADING + "05437,,household-fibre,2018S1,=HYPERLINK(\"http://x\")\n", 422)
                        .select("tbody th")
                        .text())
                .isEqualTo("E2");
        assertThat(send(bomb(), 422).select(".errors a[href=#sheet]")).hasSize(1);
        assertThat(send(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}, 422).select(".errors a[href=#sheet]"))
                .hasSize(1);
        assertThat(history("household-fibre", "05437", "2018S1")).isEmpty();
    }

    @Test
    void a_document_comes_along_once_and_what_is_no_document_is_refused() throws Exception {
        var pdf = file("file", "qd.pdf", "%PDF-1.7\n%%EOF\n".getBytes(UTF_8));
        var fields = document("77/QĐ-UBND");
        fields.putAll(Map.of("indicator", "household-fibre", "unit", "05440", "period", "2017S1", "value", "5"));
        Visitor.next(office().send("/targets", fields, pdf));
        Visitor.next(office().send("/targets", fields, pdf));
        assertThat(history("household-fibre", "05440", "2017S1"))
                .as("the same paper is the same paper")
                .singleElement()
                .satisfies(target -> assertThat(target.document().file()).isNotNull());
        fields.put("value", "6");
        var page = office().send("/targets", fields, file("file", "qd.pdf", "<html>".getBytes(UTF_8)));
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(page).select(".errors a[href=#file]")).hasSize(1);
        assertThat(history("household-fibre", "05440", "2017S1")).hasSize(1);
    }

    @Test
    void two_uploads_at_the_same_moment_count_once() throws Exception {
        byte[] sheet = (HEADING + "05443,,household-fibre,2016S1,8\n").getBytes(UTF_8);
        Callable<Integer> upload =
                () -> office().send("/targets/upload", document("8/QĐ-UBND"), file("sheet", "kh.csv", sheet))
                        .getStatus();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(List.of(upload, upload, upload, upload)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(answers).containsEntry(303, 1L).containsEntry(422, 3L);
        }
        assertThat(history("household-fibre", "05443", "2016S1")).hasSize(1);
    }

    @Test
    void a_refused_sheet_leaves_the_form_beside_it_as_it_was() throws Exception {
        String chosen = "select[name=period] [selected], select[name=level] [selected]";
        var before = office().page("/targets/upload", 200).select(chosen).eachAttr("value");
        assertThat(before).as("premise").hasSize(2).contains("commune");
        assertThat(upload("nothing of a sheet\n", 422).select(chosen).eachAttr("value"))
                .isEqualTo(before);
    }

    private List<Target> history(String indicator, String unit, String period) {
        return targets.history(indicator, new UnitCode(unit), Period.of(period));
    }

    private Document upload(String csv, int status) throws Exception {
        return send(csv.getBytes(UTF_8), status);
    }

    private Document send(byte[] sheet, int status) throws Exception {
        var response = office().send("/targets/upload", document("7/QĐ-UBND"), file("sheet", "kh.csv", sheet));
        assertThat(response.getStatus()).isEqualTo(status);
        return Visitor.parsed(response);
    }

    private static Map<String, String> document(String number) {
        var fields = new HashMap<String, String>();
        fields.put("number", number);
        fields.put("title", "Quyết định giao chỉ tiêu");
        fields.put("issuer", "UBND tỉnh");
        fields.put("issuedOn", "2021-01-15");
        return fields;
    }

    private static MockMultipartFile file(String field, String name, byte[] bytes) {
        return new MockMultipartFile(field, name, null, bytes);
    }

    private static byte[] xlsx(List<List<String>> rows) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new SheetWriter("Danh mục")) {
            var sheet = book.sheet(
                    "Kế hoạch",
                    Stream.of(HEADING.strip().split(","))
                            .map(title -> Column.text(title, 12))
                            .toList());
            for (var row : rows) sheet.row(row.stream().map(Entry::of).toList());
            book.writeTo(out);
        }
        return out.toByteArray();
    }

    /** A few kilobytes that unpack to a gigabyte. */
    private static byte[] bomb() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) zip.write(zeros);
        }
        return out.toByteArray();
    }
}
