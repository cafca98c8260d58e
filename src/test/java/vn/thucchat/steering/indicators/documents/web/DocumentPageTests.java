package vn.thucchat.steering.indicators.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.vietnamese.NameSearchKey;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** From a figure to the document that it is taken from, and from the document to all that is. */
@ApplicationTest
class DocumentPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private Document page(String path, int status) throws Exception {
        return new Visitor(mvc, Actor.STRANGER).page(path, status);
    }

    private List<String> found(String typed) throws Exception {
        String q = URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20");
        return page("/search?in=documents&q=" + q, 200)
                .select("section[aria-labelledby=kind-documents] li a")
                .eachAttr("href");
    }

    @Test
    void a_statement_leads_to_its_document_and_the_document_to_all_that_is_taken_from_it() throws Exception {
        String source = page("/figures/digital-economy-revenue/19/2022S1", 200)
                .select("a[href^=/statements/]")
                .attr("href");
        String path = page(source, 200).select("cite a").attr("href");
        assertThat(path).startsWith("/documents/");
        Document document = page(path, 200);
        Elements row = document.select("tbody tr:has(a[href='/figures/digital-economy-revenue/19/2022S1'])");
        assertThat(row.text())
                .contains("Tỉnh Thái Nguyên")
                .contains("6 tháng đầu năm 2022")
                .contains("tỷ USD");
        assertThat(row.select("td a").attr("href")).isEqualTo(source);
        var file = new Visitor(mvc, Actor.STRANGER).open(path + "/file");
        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getContentAsString()).contains("Thành Chung");
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log WHERE object = ?")
                        .param(path)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void every_row_of_a_long_document_is_shown_once() throws Exception {
        var largest = jdbc.sql(
                        "SELECT document FROM indicators.target GROUP BY document ORDER BY count(*) DESC LIMIT 1")
                .query(UUID.class)
                .single();
        int targets = jdbc.sql("SELECT count(*) FROM indicators.target WHERE document = ?")
                .param(largest)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        INSERT INTO indicators.target (id, indicator, unit, period, value, document, synthetic, set_at, set_by)
                        SELECT gen_random_uuid(), indicator, unit, '2011', n, document, synthetic, set_at, set_by
                        FROM (SELECT * FROM indicators.target WHERE document = ? LIMIT 1) t, generate_series(1, 101) n""").param(largest).update();
        Set<String> rows = new HashSet<>();
        String next = "/documents/" + largest;
        int shown = 0;
        while (!next.isEmpty()) {
            Document page = page(next, 200);
            page.select("tbody tr").forEach(row -> rows.add(row.text()));
            shown += page.select("tbody tr").size();
            next = page.select("a[rel=next]").attr("href");
        }
        assertThat(shown).isGreaterThanOrEqualTo(targets + 101);
        assertThat(rows).as("values differ").hasSizeGreaterThanOrEqualTo(101);
        assertThat(page("/documents/" + largest + "?cursor=x", 400)
                        .select("[role=alert], main")
                        .text())
                .isNotEmpty();
    }

    @Test
    void documents_are_found_by_number_and_words_without_marks() throws Exception {
        String path = page("/figures/market-4.0-markets/19/2022", 200)
                .select("a[href^=/documents/]:contains(156/KH-UBND)")
                .attr("href");
        assertThat(page(path, 200).select("h1").text()).startsWith("Kế hoạch triển khai nhân rộng mô hình Chợ 4.0");
        for (String typed : List.of("156/KH-UBND", "nhan rong mo hinh cho 4.0", "UBND tỉnh mô hình chợ"))
            assertThat(found(typed)).as(typed).contains(path);
        assertThat(found("khong van ban nao nhu the")).isEmpty();
    }

    @Test
    void keys_in_the_database_are_those_of_the_words() {
        jdbc.sql("SELECT number || ' ' || title || ' ' || issuer AS text, sought FROM indicators.document")
                .query((row, _) -> List.of(row.getString("text"), row.getString("sought")))
                .list()
                .forEach(row -> assertThat(row.get(1)).isEqualTo(NameSearchKey.of(row.get(0))));
        assertThat(jdbc.sql("""
                                INSERT INTO indicators.document (id, number, title, issuer)
                                VALUES (gen_random_uuid(), '27/QĐ-UBQGCĐSX', 'Kế hoạch — Ủy ban Đường ƯỚC “ỡ”', 'ộẩ')
                                RETURNING sought""").query(String.class).single())
                .isEqualTo("27 qd ubqgcdsx ke hoach uy ban duong uoc o oa");
    }

    @Test
    void a_document_of_nothing_published_is_not_told_of() throws Exception {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO indicators.document (id, number, title) VALUES (?, '1/KH', 'Kế hoạch chưa ai lấy gì')")
                .param(id)
                .update();
        assertThat(page("/documents/" + id, 404).text()).contains("Không có văn bản nào như vậy");
        assertThat(found("ke hoach chua ai lay gi")).isEmpty();
        page("/documents/" + UUID.randomUUID() + "/file", 404);
        page("/documents/1", 400);
    }

    @Test
    void an_invented_document_is_marked_comes_after_real_ones_and_strangers_do_not_get_its_file() throws Exception {
        var real = new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "19"));
        var invented = new Visitor(mvc, Persons.synthetic(SteeringRoles.STEERING_OFFICE, "19"));
        String newer = set(invented, "2/QĐ-TH", "20/01/2021");
        String older = set(real, "1/QĐ-TH", "15/01/2021");
        Elements hits = page("/search?in=documents&q=giao%20chi%20tieu%20tap%20huan", 200)
                .select("section[aria-labelledby=kind-documents] li");
        assertThat(hits.select("a").eachAttr("href")).containsExactly(older, newer);
        assertThat(hits.get(0).text()).doesNotContain("minh họa");
        assertThat(hits.get(1).text()).contains("minh họa");

        assertThat(page(older, 200).select("h1 .badge.synthetic")).isEmpty();
        assertThat(page(older, 200).select("a[href=" + older + "/file]")).hasSize(1);
        Document marked = page(newer, 200);
        assertThat(marked.select("h1 .badge.synthetic").text()).isEqualTo("minh họa");
        assertThat(marked.select("a[href=" + newer + "/file]")).isEmpty();
        assertThat(marked.select("main").text()).contains("sau khi đăng nhập");
        page(newer + "/file", 404);
        assertThat(real.page(newer, 200).select("a[href=" + newer + "/file]")).hasSize(1);
        assertThat(real.open(newer + "/file").getStatus()).isEqualTo(200);

        assertThat(set(real, "2/QĐ-TH", "20/01/2021")).as("the same document").isEqualTo(newer);
        assertThat(page(newer, 200).select("h1 .badge.synthetic")).isEmpty();
        assertThat(new Visitor(mvc, Actor.STRANGER).open(newer + "/file").getStatus())
                .isEqualTo(200);
    }

    /** Sets a target by a document with a file. Returns the document's address. */
    private String set(Visitor office, String number, String issuedOn) throws Exception {
        var fields = new HashMap<>(Map.of("number", number, "issuer", "UBND tỉnh", "issuedOn", issuedOn));
        fields.putAll(Map.of("title", "Giao chỉ tiêu tập huấn", "derivation", "", "value", "12"));
        fields.putAll(Map.of("indicator", "household-fibre", "unit", "05437", "period", "2009S2"));
        Visitor.next(office.send(
                "/targets",
                fields,
                new MockMultipartFile(
                        "file", "quyet-dinh.txt", "text/plain", number.getBytes(StandardCharsets.UTF_8))));
        return "/documents/"
                + jdbc.sql("SELECT id FROM indicators.document WHERE number = ?")
                        .param(number)
                        .query(UUID.class)
                        .single();
    }
}
