package vn.thucchat.steering.indicators.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.thucchat.testing.OwnForm.ownForm;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.sheets.Cell;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetReading;
import vn.thucchat.foundation.sheets.Spreadsheets;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;

/** Figures by spreadsheet: the template, filled in, comes back and is taken whole or not at all, and once. */
@ApplicationTest
class UploadTests {

    private static final Actor PROVINCE = Persons.a(SteeringRoles.REPORTER, "19");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_sheet_of_all_communes_is_taken_once_and_handed_in_together() throws Exception {
        List<String[]> template = template("above=19&level=commune&period=2018S1");
        assertThat(template.stream().skip(1).map(row -> row[0]).distinct()).hasSize(178);
        byte[] filled = csv(template);
        var answer = upload(PROVINCE, filled);
        assertThat(answer.getStatus()).isEqualTo(303);
        String result = Objects.requireNonNull(answer.getRedirectedUrl());
        assertThat(count("2018S1")).isEqualTo(178);
        assertThat(lines("2018S1")).isEqualTo(template.size() - 1);

        assertThat(upload(PROVINCE, filled).getRedirectedUrl()).isEqualTo(result);
        assertThat(lines("2018S1")).isEqualTo(template.size() - 1);

        Document page = html(PROVINCE, result);
        String seen =
                Objects.requireNonNull(page.selectFirst("input[name=seen]")).val();
        assertThat(submit(result, "older")).isEqualTo(409);
        assertThat(submit(result, seen)).isEqualTo(303);
        assertThat(submit(result, seen)).as("sent twice").isEqualTo(303);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM indicators.submission WHERE period = '2018S1' AND state = 'SUBMITTED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(178);
        Document waiting = html(Persons.a(SteeringRoles.REVIEWER, "19"), "/review?group=2018S1.commune");
        assertThat(waiting.select("tbody th a.open")).hasSize(10);
        Document next = html(
                Persons.a(SteeringRoles.REVIEWER, "19"),
                Objects.requireNonNull(waiting.selectFirst("a[rel=next]")).attr("href"));
        assertThat(next.select("tbody th a.open").eachAttr("href"))
                .hasSize(10)
                .doesNotContainAnyElementsOf(waiting.select("tbody th a.open").eachAttr("href"));

        // in review nothing is written over
        template.get(1)[11] = "khác";
        Document refused = refused(upload(PROVINCE, csv(template)));
        assertThat(refused.select("#sheet-errors ~ table tbody tr").text()).contains("A2", "chờ thẩm định");
    }

    @Test
    void the_same_file_sent_by_many_at_once_counts_once() throws Exception {
        byte[] filled = csv(template("above=19&level=commune&period=2020S2"));
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(6)) {
            Callable<Integer> sending = () -> {
                start.await();
                return upload(PROVINCE, filled).getStatus();
            };
            var all = IntStream.range(0, 6).mapToObj(i -> pool.submit(sending)).toList();
            start.countDown();
            for (var each : all) assertThat(each.get()).isEqualTo(303);
        }
        assertThat(count("2020S2")).isEqualTo(178);
        assertThat(jdbc.sql("SELECT max(version) FROM indicators.submission WHERE period = '2020S2'")
                        .query(Integer.class)
                        .single())
                .as("written once")
                .isEqualTo(2);
    }

    @Test
    void every_formula_is_shown_with_its_cell() throws Exception {
        List<String[]> rows = template("unit=05464&period=2019S1");
        rows.get(1)[6] = "=1+1";
        rows.get(3)[7] = "=HYPERLINK(\"http://x\")";
        Document page = refused(upload(Persons.a(SteeringRoles.REPORTER, "05464"), csv(rows)));
        assertThat(page.select("#sheet-errors ~ table tbody th").eachText()).containsExactly("G2", "H4");
    }

    @Test
    void faults_of_all_kinds_are_told_at_once() throws Exception {
        List<String[]> rows = template("unit=05464&period=2018S1");
        rows.get(1)[6] = "=1+1";
        rows.get(2)[6] = "một trăm";
        rows.get(3)[6] = "5";
        rows.get(3)[7] = "1.5";
        rows.get(3)[9] = "31/02/2018";
        Document page = refused(upload(Persons.a(SteeringRoles.REPORTER, "05464"), csv(rows)));
        assertThat(page.select("#sheet-errors ~ table tbody th").eachText()).contains("G2", "G3", "H4", "J4");
        assertThat(page.select("#sheet-errors ~ table tbody").text())
                .contains("công thức", "“một trăm” không phải là một con số", "“1.5” có thể là 1,5 hoặc 15");
    }

    @Test
    void every_bad_row_is_shown_with_its_cell_and_nothing_is_taken() throws Exception {
        List<String[]> rows = template("unit=05464&period=2020S1");
        rows.get(1)[6] = "một trăm";
        rows.get(2)[0] = "05437";
        rows.get(3)[7] = "-5";
        rows.get(4)[9] = "31/02/2020";
        rows.get(5)[10] = "đoán";
        rows.get(6)[2] = "2020S2";
        Document page = refused(upload(Persons.a(SteeringRoles.REPORTER, "05464"), csv(rows)));
        assertThat(page.select("#sheet-errors ~ table tbody th").eachText())
                .contains("G2", "A3", "H4", "J5", "K6", "C7");
        assertThat(Objects.requireNonNull(page.getElementById("title")).val()).isEqualTo("Biểu 6 tháng");
        assertThat(count("2020S1")).isZero();
    }

    @Test
    void strange_files_are_refused_with_their_reason() throws Exception {
        Actor officer = Persons.a(SteeringRoles.REPORTER, "05467");
        List<String[]> rows = template("unit=05467&period=2020S1");
        rows.get(1)[11] = "=HYPERLINK(\"http://example.org\")";
        assertThat(refused(upload(officer, csv(rows)))
                        .select("#sheet-errors ~ table")
                        .text())
                .contains("L2", "công thức");
        assertThat(refused(upload(officer, "<html><body>1</body></html>".getBytes(StandardCharsets.UTF_8)))
                        .select("#sheet-errors ~ table tbody tr"))
                .isNotEmpty();
        assertThat(refused(upload(officer, new byte[] {'P', 'K', 3, 4, 0, 0, 9}))
                        .select("#sheet-errors ~ table tbody tr"))
                .isNotEmpty();
        assertThat(refused(upload(officer, xlsx(officer, "unit=05467&period=2020S1")))
                        .text())
                .contains("Chưa có dòng nào được điền");
        assertThat(refused(upload(officer, new byte[0])).select(".errors").text())
                .contains("Chọn tệp bảng tính");
        assertThat(mvc.perform(get("/reporting/template.xlsx?unit=05437&period=2020S1")
                                .with(Persons.as(officer)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    private byte[] xlsx(Actor actor, String query) throws Exception {
        var answer = mvc.perform(get("/reporting/template.xlsx?" + query)
                        .with(Persons.as(actor))
                        .locale(Locale.of("vi")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    /** The template's cells as texts, the numbers filled in. */
    private List<String[]> template(String query) throws Exception {
        var read =
                (SheetReading.Sheet) Spreadsheets.read(new ByteArrayInputStream(xlsx(PROVINCE, query)), Limits.USUAL);
        var rows = new ArrayList<String[]>();
        for (var row : read.rows()) {
            String[] cells = new String[13];
            for (int i = 0; i < cells.length; i++)
                cells[i] = row.cell(i)
                        .map(cell -> cell instanceof Cell.Text text ? text.text() : "?")
                        .orElse("");
            if (!rows.isEmpty()) {
                boolean ratio = cells[5].contains("tử số");
                cells[6] = ratio ? "60" : "";
                cells[7] = ratio ? "100" : "";
                cells[8] = ratio ? "" : "12";
            }
            rows.add(cells);
        }
        return rows;
    }

    private static byte[] csv(List<String[]> rows) {
        var csv = new StringBuilder();
        for (String[] row : rows)
            csv.append(String.join(
                            ",",
                            java.util.Arrays.stream(row)
                                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append("\r\n");
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse upload(Actor actor, byte[] sheet) throws Exception {
        return mvc.perform(multipart("/reporting/upload")
                        .file(new MockMultipartFile("sheet", "bieu.csv", "text/csv", sheet))
                        .param("title", "Biểu 6 tháng")
                        .with(ownForm())
                        .with(Persons.as(actor))
                        .locale(Locale.of("vi")))
                .andReturn()
                .getResponse();
    }

    private static Document refused(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        return Jsoup.parse(answer.getContentAsString());
    }

    private int submit(String result, String seen) throws Exception {
        return mvc.perform(post(result).param("seen", seen).with(ownForm()).with(Persons.as(PROVINCE)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Document html(Actor actor, String address) throws Exception {
        var answer = mvc.perform(get(java.net.URI.create(address))
                        .with(Persons.as(actor))
                        .locale(Locale.of("vi")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private long count(String period) {
        return jdbc.sql("SELECT count(*) FROM indicators.submission WHERE period = :period")
                .param("period", period)
                .query(Long.class)
                .single();
    }

    private long lines(String period) {
        return jdbc.sql("SELECT count(*) FROM indicators.statement WHERE period = :period")
                .param("period", period)
                .query(Long.class)
                .single();
    }
}
