package vn.thucchat.steering.indicators.definitions.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.Targets;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Blocked;
import vn.thucchat.testing.Visitor;

@ApplicationTest
class TargetGridPageTests {

    private static final String COMMUNES = "/targets/grid?unit=164&indicator=household-fibre&level=commune&period=";

    private static final MockMultipartFile PAPER =
            new MockMultipartFile("file", "quyet-dinh.txt", "text/plain", "Giao chỉ tiêu".getBytes(UTF_8));

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Targets targets;

    private Visitor office() {
        return new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "19"));
    }

    @Test
    void changed_cells_alone_are_set_and_what_they_replace_stays_readable() throws Exception {
        var fields = fields(office().page(COMMUNES + "2014S1", 200));
        var cells = cells(fields);
        assertThat(cells).as("the premise: several communes").hasSizeGreaterThan(3);
        fields.put(cells.get(0), "61,5");
        fields.put(cells.get(1), "62");
        document(fields, "14/QĐ-UBND");
        String after = Visitor.next(office().send("/targets/grid", fields));
        assertThat(values(cells.get(0), "2014S1")).containsExactly("61.5");
        assertThat(values(cells.get(2), "2014S1")).isEmpty();

        var page = office().page(after, 200);
        assertThat(page.select("#paper [selected]").text())
                .as("the same paper goes on")
                .contains("14/QĐ-UBND");
        fields = fields(page);
        assertThat(fields).containsEntry(cells.get(0), "61,5");
        fields.put(cells.get(0), "70");
        Visitor.next(office().send("/targets/grid", fields));
        assertThat(values(cells.get(0), "2014S1")).containsExactly("70", "61.5");
        assertThat(values(cells.get(1), "2014S1")).as("was not touched").containsExactly("62");
        assertThat(history(cells.get(0), "2014S1"))
                .extracting(target -> target.document().number())
                .containsOnly("14/QĐ-UBND");
        // nothing to save needs no paper
        var same = fields(office().page(COMMUNES + "2014S1", 200));
        same.put(cells.get(0), "70,0");
        Visitor.next(office().send("/targets/grid", same));
        assertThat(values(cells.get(0), "2014S1")).hasSize(2);
    }

    @Test
    void everything_wrong_is_told_at_its_cell_and_nothing_typed_is_lost() throws Exception {
        var fields = fields(office().page(COMMUNES + "2013S1", 200));
        var cells = cells(fields);
        fields.put(cells.get(0), "55");
        document(fields, "13/QĐ-UBND");
        Visitor.next(office().send("/targets/grid", fields));

        fields = fields(office().page(COMMUNES + "2013S1", 200));
        fields.put(cells.get(0), "");
        fields.put(cells.get(1), "mười");
        fields.put(cells.get(2), "-3");
        fields.put(cells.get(3), "44");
        document(fields, "");
        fields.put("title", "x");
        var response = office().send("/targets/grid", fields);
        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Visitor.parsed(response);
        assertThat(page.select(".errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#" + cells.get(0), "#" + cells.get(1), "#" + cells.get(2), "#title");
        assertThat(fields(page))
                .containsEntry(cells.get(1), "mười")
                .containsEntry(cells.get(3), "44")
                .containsEntry("title", "x");
        assertThat(page.select("input[aria-invalid]")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(values(cells.get(3), "2013S1")).as("all or none").isEmpty();
        assertThat(values(cells.get(0), "2013S1")).containsExactly("55");
    }

    @Test
    void the_period_before_is_copied_into_empty_cells_and_saved_only_when_it_was_seen() throws Exception {
        var fields = fields(office().page(COMMUNES + "2012S1", 200));
        var cells = cells(fields);
        fields.put(cells.get(0), "31");
        fields.put(cells.get(1), "32");
        document(fields, "12/QĐ-UBND");
        Visitor.next(office().send("/targets/grid", fields));
        fields = fields(office().page(COMMUNES + "2012S2", 200));
        fields.put(cells.get(1), "40");
        document(fields, "13/QĐ-UBND");
        Visitor.next(office().send("/targets/grid", fields));

        Document page = office().page(COMMUNES + "2012S2&copied=true", 200);
        assertThat(page.select("[role=status]").text()).contains("1 ô trống", "Chưa lưu gì");
        assertThat(page.select("small.odd")).hasSize(1);
        fields = fields(page);
        assertThat(fields).containsEntry(cells.get(0), "31").containsEntry(cells.get(1), "40");
        assertThat(values(cells.get(0), "2012S2")).as("looked at, not saved").isEmpty();
        document(fields, "13/QĐ-UBND");
        Visitor.next(office().send("/targets/grid", fields));
        assertThat(values(cells.get(0), "2012S2")).containsExactly("31");
        assertThat(values(cells.get(1), "2012S2")).containsExactly("40");
    }

    @Test
    void a_cell_that_somebody_else_set_meanwhile_is_told_and_an_untouched_one_is_left_alone() throws Exception {
        var mine = fields(office().page(COMMUNES + "2011S1", 200));
        var cells = cells(mine);
        var theirs = new HashMap<>(mine);
        theirs.put(cells.get(0), "20");
        theirs.put(cells.get(1), "21");
        document(theirs, "11/QĐ-UBND");
        Visitor.next(office().send("/targets/grid", theirs));
        mine.put(cells.get(0), "25");
        document(mine, "11/QĐ-UBND");
        Document told = Visitor.parsed(office().send("/targets/grid", mine));
        assertThat(told.select(".errors a").eachAttr("href")).containsExactly("#" + cells.get(0));
        assertThat(told.select(".errors").text()).contains("Người khác vừa giao 20");
        var again = fields(told);
        document(again, "11/QĐ-UBND");
        Visitor.next(office().send("/targets/grid", again));
        assertThat(values(cells.get(0), "2011S1")).containsExactly("25", "20");
        assertThat(values(cells.get(1), "2011S1")).containsExactly("21");
    }

    @Test
    void the_indicators_of_one_unit_are_rows_with_last_year_beside_them() throws Exception {
        var nation = new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "VN"));
        Document page = nation.page("/targets/grid?unit=VN&period=2023S1", 200);
        assertThat(page.select("td[data-label=\"Năm trước đạt\"] a[href^=/figures/]"))
                .isNotEmpty();
        assertThat(page.select("tbody tr:has(input[type=text])")).hasSize(20);
        assertThat(page.select("nav.pager a[rel=next]")).isNotEmpty();
        var next = fields(page);
        next.put("next", "true");
        assertThat(Visitor.next(nation.send("/targets/grid", next))).contains("page=2");
        assertThat(nation.page("/targets/grid?unit=VN&period=2023S1&all=true", 200)
                        .select("input[type=text][id^=cell.]"))
                .hasSizeGreaterThan(20);
    }

    @Test
    void a_target_with_a_path_of_its_own_is_not_typed_over_and_out_of_reach_is_refused() throws Exception {
        var one = new HashMap<String, String>(Map.of(
                "indicator", "household-fibre", "unit", "05443", "period", "2011", "value", "80", "derivation", ""));
        one.putAll(Map.of("q1", "20", "q2", "40", "q3", "60"));
        document(one, "10/QĐ-UBND");
        Visitor.next(office().send("/targets", one));
        Document page = office().page(COMMUNES + "2011", 200);
        assertThat(page.select("[id=cell.05443]")).isEmpty();
        assertThat(page.select("a[href=/targets/new?indicator=household-fibre&unit=05443&period=2011]"))
                .hasSize(1);
        var fields = fields(page);
        assertThat(fields).containsEntry("was.05443", "80").doesNotContainKey("cell.05443");
        String other = cells(fields).getFirst();
        fields.put(other, "61");
        document(fields, "10/QĐ-UBND");
        Visitor.next(office().send("/targets/grid", fields));
        assertThat(values(other, "2011")).containsExactly("61");
        assertThat(values("cell.05443", "2011")).as("was not typed over").containsExactly("80");
        var ofDistrict = new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "164"));
        ofDistrict.page("/targets/grid?unit=19&period=2011", 404);
        ofDistrict.page("/targets/grid?unit=164&indicator=nothing&period=2011", 404);
        ofDistrict.page("/targets/grid?unit=164&indicator=household-fibre&period=2011", 200);
    }

    @Test
    void whoever_chooses_a_document_and_types_or_attaches_another_is_asked_which() throws Exception {
        var fields = fields(office().page(COMMUNES + "2010S1", 200));
        var cells = cells(fields);
        fields.put(cells.get(0), "51");
        document(fields, "09/QĐ-UBND");
        var page = office().page(Visitor.next(office().send("/targets/grid", fields)), 200);
        fields = fields(page);
        String chosen = fields.get("paper");
        assertThat(chosen).as("the premise: the document goes on").isNotEmpty();
        fields.put(cells.get(0), "52");
        document(fields, "10/QĐ-UBND");
        fields.put("paper", chosen);
        Document asked = refused(fields);
        assertThat(asked.select(".errors a").eachAttr("href")).containsExactly("#paper");
        assertThat(asked.select("details[open] #number").val()).isEqualTo("10/QĐ-UBND");

        List.of("number", "title", "issuer", "issuedOn").forEach(fields::remove);
        asked = refused(fields, PAPER);
        assertThat(asked.select(".errors a").eachAttr("href")).containsExactlyInAnyOrder("#paper", "#file");
        assertThat(asked.select("details[open] #file")).hasSize(1);
        assertThat(values(cells.get(0), "2010S1")).containsExactly("51");

        document(fields, "10/QĐ-UBND");
        Visitor.next(office().send("/targets/grid", fields, PAPER));
        assertThat(history(cells.get(0), "2010S1"))
                .extracting(target -> target.document().number())
                .containsExactly("10/QĐ-UBND", "09/QĐ-UBND");
    }

    @Test
    void a_file_that_came_with_something_wrong_is_asked_for_again() throws Exception {
        var fields = fields(office().page(COMMUNES + "2010S2", 200));
        String cell = cells(fields).getFirst();
        fields.put(cell, "nhiều");
        document(fields, "11/QĐ-UBND");
        assertThat(refused(fields).select(".errors a").eachAttr("href")).containsExactly("#" + cell);
        Document page = refused(fields, PAPER);
        assertThat(page.select(".errors a").eachAttr("href")).containsExactlyInAnyOrder("#" + cell, "#file");
        assertThat(page.select("details[open] #file")).hasSize(1);
    }

    @Test
    void of_two_who_save_one_cell_at_once_the_second_is_told_of_the_first() throws Exception {
        var fields = fields(office().page(COMMUNES + "2009S1", 200));
        String cell = cells(fields).getFirst();
        fields.put(cell, "25");
        document(fields, "08/QĐ-UBND");
        var theirs = new HashMap<>(fields);
        theirs.put(cell, "20");
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = transactions.execute(_ -> {
                try {
                    Visitor.next(office().send("/targets/grid", theirs));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return Blocked.behind(jdbc, other, () -> office().send("/targets/grid", fields));
            });
            var told = second.get(30, TimeUnit.SECONDS);
            assertThat(told.getStatus()).isEqualTo(422);
            assertThat(Visitor.parsed(told).select(".errors").text()).contains("Người khác vừa giao 20");
        }
        assertThat(values(cell, "2009S1")).containsExactly("20");
    }

    @Test
    void an_officer_is_offered_real_documents_and_one_of_the_demonstration_invented_ones() throws Exception {
        var invented = new Visitor(mvc, Persons.synthetic(SteeringRoles.STEERING_OFFICE, "19"));
        for (Visitor visitor : List.of(invented, office())) {
            var fields = fields(visitor.page(COMMUNES + "2008S2", 200));
            fields.put(cells(fields).getFirst(), "31");
            document(fields, visitor.actor().synthetic() ? "07/QĐ-MH" : "07/QĐ-UBND");
            Visitor.next(visitor.send("/targets/grid", fields));
        }
        assertThat(papers(office())).contains("07/QĐ-UBND").doesNotContain("07/QĐ-MH");
        assertThat(papers(invented)).contains("07/QĐ-MH").doesNotContain("07/QĐ-UBND");
    }

    private static String papers(Visitor visitor) throws Exception {
        return visitor.page(COMMUNES + "2008S2", 200).select("#paper option").text();
    }

    @Test
    void what_was_typed_into_a_row_that_moved_to_another_page_is_told_and_nothing_is_saved() throws Exception {
        var nation = new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "VN"));
        String grid = "/targets/grid?unit=VN&period=2008S1&page=";
        Document page = nation.page(grid + 2, 200);
        var rows = page.select("input[type=text][id^=cell.]").eachAttr("id");
        var fields = fields(page);
        fields.put(rows.get(0), "33");
        fields.put(rows.get(1), "34");
        document(fields, "06/QĐ-UBND");
        String gone = nation.page(grid + 1, 200)
                .select("input[type=text][id^=cell.]")
                .eachAttr("id")
                .getFirst();
        active(gone, false);
        try {
            var response = nation.send("/targets/grid", fields);
            assertThat(response.getStatus()).isEqualTo(422);
            Document told = Visitor.parsed(response);
            assertThat(told.select(".errors li"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.text())
                            .contains(
                                    page.select("label[for=" + rows.get(0) + "]")
                                            .text(),
                                    "“33”"));
            assertThat(fields(told)).doesNotContainKey(rows.get(0)).containsEntry(rows.get(1), "34");
            assertThat(jdbc.sql("SELECT count(*) FROM indicators.target WHERE unit = 'VN' AND period = '2008S1'")
                            .query(Integer.class)
                            .single())
                    .isZero();
            fields = fields(told);
            document(fields, "06/QĐ-UBND");
            Visitor.next(nation.send("/targets/grid", fields));
            assertThat(fields(nation.page(grid + 2, 200))).containsEntry(rows.get(1), "34");
        } finally {
            active(gone, true);
        }
    }

    private void active(String cell, boolean active) {
        assertThat(jdbc.sql("UPDATE indicators.indicator SET active = ? WHERE code = ?")
                        .params(active, cell.substring("cell.".length()))
                        .update())
                .isEqualTo(1);
    }

    private Document refused(Map<String, String> fields, MockMultipartFile... files) throws Exception {
        var response = office().send("/targets/grid", fields, files);
        assertThat(response.getStatus()).isEqualTo(422);
        return Visitor.parsed(response);
    }

    /** What the form of the grid would send. */
    private static Map<String, String> fields(Document page) {
        return page
                .select("form[action=/targets/grid][method=post] input:not([type=file]), "
                        + "form[action=/targets/grid][method=post] select")
                .stream()
                .filter(it -> !it.attr("name").equals("_csrf"))
                .collect(toMap(
                        it -> it.attr("name"),
                        it -> it.tagName().equals("select")
                                ? it.select("[selected]").attr("value")
                                : it.val(),
                        (one, other) -> one,
                        HashMap::new));
    }

    private static List<String> cells(Map<String, String> fields) {
        return fields.keySet().stream()
                .filter(name -> name.startsWith("cell."))
                .sorted()
                .toList();
    }

    private List<Target> history(String cell, String period) {
        return targets.history("household-fibre", new UnitCode(cell.substring("cell.".length())), Period.of(period));
    }

    private List<String> values(String cell, String period) {
        return history(cell, period).stream()
                .map(Target::value)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static void document(Map<String, String> fields, String number) {
        fields.put("paper", "");
        fields.put("number", number);
        fields.put("title", "Quyết định giao chỉ tiêu");
        fields.put("issuer", "UBND tỉnh");
        fields.put("issuedOn", "15/01/2021");
    }
}
