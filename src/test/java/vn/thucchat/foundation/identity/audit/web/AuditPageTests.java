package vn.thucchat.foundation.identity.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
class AuditPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    AccessLog log;

    private Actor reporter;

    @BeforeEach
    void somebody() {
        accounts.ensure("r.baocao", "Báo cáo", null, false, new Actor.Grant(SteeringRoles.REPORTER, "05437"));
        reporter = accounts.actor("r.baocao").orElseThrow();
    }

    @Test
    void an_auditor_reads_who_did_what() throws Exception {
        log.record(reporter, "indicators.figure-reported", "/indicators/a1", "=HYPERLINK(\"http://evil.example\")");
        var page = page("/audit?person=R.Baocao&action=indicators.&object=/indicators/a1");
        assertThat(page.select("tbody tr")).isNotEmpty();
        assertThat(page.select("tbody tr").getFirst().text())
                .contains("r.baocao", "indicators.figure-reported", "/indicators/a1");
        assertThat(page.select("tbody .what a").eachAttr("href")).containsOnly("/indicators/a1");
        assertThat(page.select("#person").val()).isEqualTo("R.Baocao");
        var file = open(page.select("a[href^=/audit.csv]").attr("href"));
        assertThat(file.getContentType()).startsWith("text/csv");
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment; filename=\"audit-");
        String text = file.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFat,username,action,object,detail,ip");
        assertThat(text)
                .contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"")
                .doesNotContain(",=HYPERLINK");
        assertThat(page("/audit?action=identity.audit-downloaded")
                        .select("tbody tr")
                        .text())
                .contains("Tải nhật ký");
    }

    @Test
    void actions_are_chosen_in_words_and_a_person_by_a_tap() throws Exception {
        log.record(
                reporter,
                "identity.signed-in",
                "/submissions/01827b2e-2d00-7e56-954c-8dfde0c436fb",
                "sha256 " + "0123456789abcdef".repeat(4));
        var page = page("/audit");
        var actions = page.select("select[name=action] option");
        assertThat(actions.eachText())
                .contains("Mọi hành động", "Tất cả: chợ", "Đăng nhập", "Nộp số liệu", "Nhận sao kê ngân hàng")
                .doesNotHaveDuplicates();
        var row = page.select("tbody tr:has(a:contains(r.baocao))").getFirst();
        assertThat(row.text())
                .contains("Đăng nhập", "/submissions/…c436fb", "sha256 01234567…")
                .doesNotContain("identity.signed-in", "01827b2e", "89abcdef0123");
        var person = page(row.select("a:contains(r.baocao)").attr("href"));
        assertThat(person.select("tbody .by a").eachText()).containsOnly("r.baocao");
        String signedIn = actions.stream()
                .filter(option -> option.text().equals("Đăng nhập"))
                .findFirst()
                .orElseThrow()
                .val();
        assertThat(page("/audit?action=" + signedIn).select("tbody th b").eachText())
                .containsOnly("Đăng nhập");
        assertThat(page("/audit?action=indicators.figure-x")
                        .select("select[name=action] option[selected]")
                        .val())
                .as("whatever was asked for stays asked for")
                .isEqualTo("indicators.figure-x");
    }

    @Test
    void whom_an_act_was_about_is_named_where_the_auditor_may_see_them() throws Exception {
        var ward = accounts.ensure(
                "n.duoc", "Nguyễn Văn Được", null, false, new Actor.Grant(SteeringRoles.REPORTER, "05437"));
        var office =
                accounts.ensure("n.tinh", "Trần Thị Tỉnh", null, false, new Actor.Grant(SteeringRoles.REPORTER, "19"));
        log.record(reporter, "identity.audit-named", ward.path(), "");
        log.record(reporter, "identity.audit-named", office.path(), "");
        var all = page("/audit?action=identity.audit-named");
        assertThat(all.select("tbody .what a").eachText()).containsExactly("Trần Thị Tỉnh", "Nguyễn Văn Được");
        var one = page(all.select("tbody .what a").getLast().attr("href"));
        assertThat(one.select("tbody .what a").eachText())
                .as("all that was done about the person")
                .isNotEmpty()
                .containsOnly("Nguyễn Văn Được");
        var near = Jsoup.parse(mvc.perform(
                        get("/audit?action=identity.audit-named").with(Persons.as(Persons.a(Roles.AUDITOR, "05437"))))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(near.select("tbody .what").text())
                .contains("Nguyễn Văn Được", "/admin/accounts/…")
                .doesNotContain("Trần Thị Tỉnh");
    }

    @Test
    void pages_follow_one_another() throws Exception {
        for (int i = 0; i < 35; i++) log.record(reporter, "indicators.many", "/figures/" + i, "");
        var first = page("/audit?action=indicators.many");
        assertThat(first.select("tbody tr")).hasSize(16);
        var second = page(first.select(".pager a[rel=next]").attr("href"));
        assertThat(second.select("tbody tr")).hasSize(16);
        second = page(second.select(".pager a[rel=next]").attr("href"));
        assertThat(second.select("tbody tr")).hasSize(3);
        assertThat(second.select(".pager a[rel=next]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/audit?from=hôm qua,#from",
        "/audit?from=2022-08-09&to=2022-08-08,#from",
        "/audit?from=-999999999-01-01,#from",
        "/audit?to=+999999999-12-31,#to",
        "/audit?person=khong.co.ai,#person",
        "/audit?person=%00,''"
    })
    void what_cannot_be_looked_for_is_said(String path, String field) throws Exception {
        var answer = open(path);
        assertThat(answer.getStatus()).isEqualTo(field.isEmpty() ? 200 : 422);
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".errors a").attr("href"))
                .isEqualTo(field);
    }

    @Test
    void odd_cursors_and_files_of_nothing_are_bad_requests() throws Exception {
        assertThat(open("/audit?cursor=x").getStatus()).isEqualTo(400);
        assertThat(open("/audit.csv?from=x").getStatus()).isEqualTo(400);
        assertThat(open("/audit?object=" + "x".repeat(5_000)).getStatus()).isEqualTo(200);
    }

    private Document page(String path) throws Exception {
        var answer = open(path);
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse open(String path) throws Exception {
        var uri = java.net.URI.create(path.replace(" ", "%20").replace("ô", "%C3%B4"));
        return mvc.perform(get(uri).with(Persons.as(Persons.a(Roles.AUDITOR, "VN"))))
                .andReturn()
                .getResponse();
    }
}
