package vn.thucchat.steering.indicators.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.thucchat.testing.OwnForm.ownForm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reports.Report;
import vn.thucchat.steering.indicators.reports.ReportOrder;
import vn.thucchat.steering.indicators.reports.Reports;

/** What tests of reports share: ordering one, waiting for it, and figures that were published. */
public abstract class ReportTest {

    protected static final Actor OFFICE = Persons.a(SteeringRoles.STEERING_OFFICE, "VN");

    @Autowired
    protected MockMvc mvc;

    @Autowired
    Reports reports;

    @Autowired
    protected JdbcClient jdbc;

    protected static ReportOrder order(String unit, String period) {
        return new ReportOrder(
                new UnitCode(unit),
                Period.of(period),
                "",
                "ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ",
                "/BC-UBQGCĐS",
                "Hà Nội",
                LocalDate.of(2022, 8, 8),
                "Thủ tướng Chính phủ",
                List.of("Như trên;", "Các Bộ, cơ quan ngang Bộ;", "Lưu: VT, CĐS."),
                "TM. ỦY BAN",
                "PHÓ CHỦ TỊCH",
                "Vũ Đức Đam",
                "",
                "Trên đây là báo cáo tình hình thực hiện chuyển đổi số, kính báo cáo Thủ tướng Chính phủ xem xét.",
                false,
                false);
    }

    protected MockHttpServletResponse send(Actor actor, UUID id, Map<String, String> changed) throws Exception {
        ReportOrder usual = order("VN", "2022S1");
        var form = post("/reports")
                .with(ownForm())
                .with(Persons.as(actor))
                .param("id", id.toString())
                .param("unit", changed.getOrDefault("unit", "VN"))
                .param("period", changed.getOrDefault("period", "2022S1"))
                .param("agency", changed.getOrDefault("agency", usual.agency()))
                .param("number", changed.getOrDefault("number", usual.number()))
                .param("place", usual.place())
                .param("date", changed.getOrDefault("date", "2022-08-08"))
                .param("addressee", usual.addressee())
                .param("recipients", String.join("\r\n", usual.recipients()))
                .param("authority", usual.authority())
                .param("position", usual.position())
                .param("signer", usual.signer())
                .param("opening", changed.getOrDefault("opening", ""))
                .param("closing", usual.closing());
        return mvc.perform(form).andReturn().getResponse();
    }

    /** Orders a report and waits until the job has built it. */
    protected Report built(ReportOrder order) throws InterruptedException {
        UUID id = UUID.randomUUID();
        assertThat(reports.order(OFFICE, id, order)).isEqualTo(new Result.Done(id));
        return awaited(id);
    }

    protected Report awaited(UUID id) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            Report report = reports.find(OFFICE, id).orElseThrow();
            if (report.state() != Report.State.WAITING) return report;
            Thread.sleep(100);
        }
        throw new AssertionError("not built within a minute");
    }

    protected MockHttpServletResponse fetched(String path, @Nullable Actor actor) throws Exception {
        var request = get(path);
        if (actor != null) request = request.with(Persons.as(actor));
        return mvc.perform(request).andReturn().getResponse();
    }

    protected Document page(String path, @Nullable Actor actor) throws Exception {
        var response = fetched(path, actor);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    protected byte[] file(Report report, Report.Form form) {
        return reports.file(report.id(), form).orElseThrow();
    }

    protected void publish(
            String unit, String period, String indicator, String value, boolean synthetic, int revision) {
        jdbc.sql("""
                INSERT INTO indicators.figure (unit, period, indicator, basis, synthetic, revision, comparator, value,
                    provenance, as_of, published_at, published_by, published_by_name)
                VALUES (:unit, :period, :indicator, 'COMPUTED', :synthetic, :revision, '=', :value, 'MEASURED', :asOf,
                    '2022-01-01T00:00Z', gen_random_uuid(), 'Người công bố')
                """)
                .param("unit", unit)
                .param("period", period)
                .param("indicator", indicator)
                .param("synthetic", synthetic)
                .param("revision", revision)
                .param("value", new BigDecimal(value))
                .param("asOf", Period.of(period).to())
                .update();
    }
}
