package vn.thucchat.steering.indicators.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.thucchat.testing.OwnForm.ownForm;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reports.Report;
import vn.thucchat.testing.ApplicationTest;

/** Ordering reports: once, by those who may, and in spite of everything. */
@ApplicationTest
class ReportOrderTests extends ReportTest {

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ReportJob job;

    @Test
    void a_form_sent_twice_is_one_report_and_one_job() throws Exception {
        UUID id = UUID.randomUUID();
        assertThat(send(OFFICE, id, Map.of()).getRedirectedUrl()).isEqualTo("/reports/" + id);
        assertThat(send(OFFICE, id, Map.of()).getRedirectedUrl()).isEqualTo("/reports/" + id);
        assertThat(awaited(id).state()).isEqualTo(Report.State.BUILT);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log WHERE object = :object")
                        .param("object", "/reports/" + id)
                        .query(Integer.class)
                        .single())
                .isOne();
        var changed = send(OFFICE, id, Map.of("number", "99/BC-UBQGCĐS"));
        assertThat(changed.getStatus()).isEqualTo(409);
        assertThat(changed.getContentAsString()).contains("đã được gửi một lần", "99/BC-UBQGCĐS");
    }

    @Test
    void a_report_under_way_looks_again_by_itself_and_is_nobody_elses_business() throws Exception {
        UUID id = UUID.randomUUID();
        ordered(id, "DELETE FROM ground.scheduled_tasks WHERE task_instance = :id");
        var waiting = fetched("/reports/" + id, OFFICE);
        assertThat(waiting.getHeader("Refresh")).isEqualTo("2");
        assertThat(waiting.getContentAsString()).contains("Đang chờ đến lượt", "role=\"progressbar\"");
        assertThat(fetched("/reports/" + id, null).getStatus()).isEqualTo(404);
        assertThat(fetched("/reports/" + id + ".pdf", null).getStatus()).isEqualTo(404);
        assertThat(fetched("/reports/" + id, Persons.a(SteeringRoles.STEERING_OFFICE, "19"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(page("/reports", null).select("a[href=/reports/" + id + "]")).isEmpty();
        assertThat(page("/reports", OFFICE).select("a[href=/reports/" + id + "]"))
                .hasSize(1);
    }

    @Test
    void a_worker_that_was_killed_is_replaced() throws Exception {
        UUID id = UUID.randomUUID();
        ordered(id, """
                UPDATE ground.scheduled_tasks
                SET picked = true, picked_by = 'killed', last_heartbeat = '2022-01-01T00:00Z'
                WHERE task_instance = :id
                """);
        assertThat(awaited(id).state()).isEqualTo(Report.State.BUILT);
    }

    @Test
    void building_a_second_time_changes_nothing() throws Exception {
        Report report = built(order("VN", "2022S1"));
        job.build(report.id());
        assertThat(reports.find(OFFICE, report.id())).contains(report);
    }

    @Test
    void a_failure_is_told_with_what_to_do_and_can_be_tried_again() throws Exception {
        UUID id = UUID.randomUUID();
        ordered(id, "DELETE FROM ground.scheduled_tasks WHERE task_instance = :id");
        reports.fail(id, "cafe0123");
        assertThat(page("/reports/" + id, OFFICE).select("[role=alert]").text())
                .contains("Chưa lập được", "cafe0123", "Lập lại");
        assertThat(fetched("/reports/" + id, null).getStatus()).isEqualTo(404);
        var again = post("/reports/" + id + "/again").with(ownForm());
        assertThat(mvc.perform(again.with(Persons.as(Persons.a(SteeringRoles.STEERING_OFFICE, "19"))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        mvc.perform(post("/reports/" + id + "/again").with(ownForm()).with(Persons.as(OFFICE)));
        assertThat(awaited(id).state()).isEqualTo(Report.State.BUILT);
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_is_lost() throws Exception {
        var wrong = send(OFFICE, UUID.randomUUID(), Map.of("unit", "??", "period", "2022S9", "date", "31/6/2022"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains("href=\"#unit\"", "href=\"#period\"", "href=\"#date\"", "Vũ Đức Đam");
        var tooLong = send(OFFICE, UUID.randomUUID(), Map.of("opening", "<script>" + "x".repeat(4000), "agency", ""));
        assertThat(tooLong.getStatus()).isEqualTo(422);
        assertThat(tooLong.getContentAsString())
                .contains("href=\"#opening\"", "href=\"#agency\"")
                .doesNotContain("<script>xx");
        assertThat(send(OFFICE, UUID.randomUUID(), Map.of("period", "1999S1")).getContentAsString())
                .contains("chưa có số liệu công bố nào");
        assertThat(fetched("/reports?unit=zz!", null).getStatus()).isEqualTo(400);
        assertThat(fetched("/reports?period=2022S9", null).getStatus()).isEqualTo(400);
        assertThat(fetched("/reports?after=-1", null).getStatus()).isEqualTo(400);
        assertThat(fetched("/reports/" + UUID.randomUUID(), null).getStatus()).isEqualTo(404);
    }

    @Test
    void units_and_periods_are_chosen() throws Exception {
        var form = page("/reports/new?unit=19&period=2022S1", OFFICE);
        assertThat(form.select("select[name=unit] option[selected]").val()).isEqualTo("19");
        assertThat(form.select("select[name=unit] option").eachAttr("value")).contains("VN", "19");
        assertThat(form.select("select[name=period] option[selected]").text()).isEqualTo("6 tháng đầu năm 2022");
        assertThat(form.select("fieldset > legend")).hasSizeGreaterThan(3);
    }

    @Test
    void an_office_orders_for_its_own_units_only() throws Exception {
        UUID id = UUID.randomUUID();
        var refused = send(Persons.a(SteeringRoles.STEERING_OFFICE, "19"), id, Map.of());
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(refused.getContentAsString()).contains("không bao gồm đơn vị này");
        assertThat(send(Persons.a(SteeringRoles.REPORTER, "VN"), id, Map.of()).getStatus())
                .isEqualTo(403);
        assertThat(reports.find(OFFICE, id)).isEmpty();
    }

    @Test
    void a_demonstration_account_cannot_make_an_official_looking_paper() throws Exception {
        var trial = new Actor(UUID.randomUUID(), "vanphong", "Văn phòng", true, OFFICE.grants());
        UUID id = UUID.randomUUID();
        assertThat(send(trial, id, Map.of()).getStatus()).isEqualTo(303);
        Report report = awaited(id);
        try (var document = org.apache.pdfbox.Loader.loadPDF(file(report, Report.Form.PDF))) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .contains("BẢN LẬP THỬ");
        }
        assertThat(page("/reports/" + id, null).text()).contains("tài khoản trình diễn");
    }

    @Test
    void a_report_keeps_its_figures_and_tells_which_have_changed_since() throws Exception {
        publish("05437", "2018S1", "community-teams", "12", false, 1);
        Report report = built(order("05437", "2018S1"));
        assertThat(page(report.path(), null).text()).contains("Chưa con số nào có bản mới hơn");
        publish("05437", "2018S1", "community-teams", "14", false, 2);
        assertThat(page(report.path(), null).text())
                .contains("1 trong 1 con số đã có bản mới hơn", "Nay là bản 2; trong báo cáo là bản 1");
        assertThat(page(report.path(), null).select("a.val").text()).isEqualTo("12");
        assertThat(page("/reports?unit=05437&period=2018S1&lang=en", null)
                        .select("main table a")
                        .attr("href"))
                .isEqualTo(report.path());
        var pdf = fetched(report.path() + ".pdf", null);
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.getHeader("Content-Disposition")).contains("bao-cao-05437-2018S1.pdf");
        assertThat(fetched(report.path() + ".csv", null).getContentAsByteArray())
                .isEqualTo(file(report, Report.Form.CSV));
    }

    /** Orders, and changes the job before any worker can see it. */
    private void ordered(UUID id, String sql) {
        transactions.executeWithoutResult(transaction -> {
            reports.order(OFFICE, id, order("VN", "2022S1"));
            assertThat(jdbc.sql(sql).param("id", id.toString()).update()).isOne();
        });
    }
}
