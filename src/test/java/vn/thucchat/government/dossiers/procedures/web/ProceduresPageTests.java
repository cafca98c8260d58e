package vn.thucchat.government.dossiers.procedures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.work.WorkItems;
import vn.thucchat.government.dossiers.procedures.ProcedureRoles;
import vn.thucchat.government.dossiers.procedures.Procedures;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** People find procedures by plain words; two editors change them, and what was promised stays readable. */
@ApplicationTest
@NullMarked
class ProceduresPageTests {

    private static final Actor EDITOR = Persons.a(ProcedureRoles.PROCEDURE_EDITOR, "19");
    private static final Actor OTHER = new Actor(
            UUID.nameUUIDFromBytes("other-editor".getBytes(StandardCharsets.UTF_8)),
            "other-editor",
            "Người duyệt",
            false,
            EDITOR.grants());

    @Autowired
    MockMvc mvc;

    @Autowired
    Procedures procedures;

    @Autowired
    WorkItems work;

    @Autowired
    JdbcClient jdbc;

    @Test
    void plain_words_with_or_without_diacritics_find_what_people_call_it() throws Exception {
        var stranger = new Visitor(mvc, Actor.STRANGER);
        for (String words : List.of("giay khai sinh cho con", "Giấy KHAI sinh", "trẻ em khai"))
            assertThat(stranger.page("/procedures?q=" + encoded(words), 200)
                            .select("tbody th a")
                            .eachText())
                    .as(words)
                    .contains("Đăng ký khai sinh");
        assertThat(stranger.page("/procedures?q=mo+cua+hang", 200)
                        .select("tbody th a")
                        .eachText())
                .contains("Đăng ký thành lập hộ kinh doanh");
        assertThat(stranger.page("/procedures?q=khong+co+thu+tuc+nay", 200).select(".empty"))
                .hasSize(1);
        assertThat(stranger.page("/search?q=so+do", 200).select("main").text()).contains("quyền sử dụng đất");
        assertThat(stranger.page("/procedures", 200).select("tbody tr").size()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void a_page_says_papers_time_and_fees_at_the_counter_and_online_and_how_far_it_was_checked() throws Exception {
        Document page = new Visitor(mvc, Actor.STRANGER).page("/procedures/1.004873", 200);
        assertThat(page.select("dl").text())
                .contains("3 ngày làm việc", "15.000 đ", "7.000 đ", "(bớt 8.000 đ)", "toàn trình");
        assertThat(page.select(".notice").text()).contains("soạn theo trí nhớ");
        assertThat(page.select("ol li").text()).contains("Tờ khai cấp giấy xác nhận", "1 bản chính");
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .page("/procedures/1.000894", 200)
                        .select("dl")
                        .text())
                .as("why only partly online")
                .contains("một phần", "phải có mặt");
        new Visitor(mvc, Actor.STRANGER).page("/procedures/1.999999", 404);
        new Visitor(mvc, Actor.STRANGER).page("/procedures/1.004873?on=1999-01-01", 400);
        new Visitor(mvc, Actor.STRANGER).page("/procedures/1.004873?on=hom-qua", 400);
        new Visitor(mvc, Actor.STRANGER).page("/procedures/1.004873?on=2020-01-01", 404);
    }

    @Test
    void programs_read_the_same() throws Exception {
        JsonNode found = answer("/api/v1/procedures?query=khai+sinh", 200);
        assertThat(found.path("procedures").findValuesAsString("code")).contains("1.001193");
        JsonNode all = answer("/api/v1/procedures", 200);
        assertThat(all.path("procedures").size()).isGreaterThanOrEqualTo(20);
        JsonNode one = answer("/api/v1/procedures/1.004873?on=2026-12-01", 200);
        assertThat(one.path("content").path("fees").path(0).path("onlineVnd").asLong())
                .isEqualTo(7_000);
        assertThat(one.path("checked").asString()).isEqualTo("RECALLED");
        assertThat(answer("/api/v1/procedures/0.000000", 404).path("status").asInt())
                .isEqualTo(404);
        answer("/api/v1/procedures/1.004873?on=x", 400);
        answer("/api/v1/procedures?query=" + "x".repeat(101), 400);
    }

    @Test
    void every_form_is_a_json_schema_that_takes_good_answers_and_refuses_bad_ones() throws Exception {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema meta = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        JsonNode all = answer("/api/v1/procedures", 200);
        for (String code : all.path("procedures").findValuesAsString("code")) {
            JsonNode form = answer("/api/v1/procedures/" + code + "/form", 200);
            assertThat(meta.validate(form)).as(code).isEmpty();
        }
        JsonNode form = answer("/api/v1/procedures/1.001193/form?on=2026-12-01", 200);
        assertThat(form.path("$id").asString()).endsWith("/api/v1/procedures/1.001193/form?on=2026-12-01");
        assertThat(form.path("properties").path("gioi_tinh").path("enum").size())
                .isEqualTo(2);
        Schema schema = registry.getSchema(form);
        String good = """
                {"ho_va_ten_nguoi_yeu_cau": "Ma Thị Lan", "so_dinh_danh_nguoi_yeu_cau": "019188000015",
                 "dien_thoai_lien_he": "0280000015", "ho_va_ten_tre": "Ma Minh An", "ngay_sinh_cua_tre": "2026-11-20",
                 "gioi_tinh": "Nữ", "noi_sinh": "Bệnh viện", "ho_va_ten_me": "Ma Thị Lan"}""";
        assertThat(schema.validate(good, InputFormat.JSON)).isEmpty();
        for (String bad : List.of(
                good.replace("Nữ", "nữ"),
                good.replace("019188000015", "19188000015"),
                good.replace("\"noi_sinh\": \"Bệnh viện\",", ""),
                good.replace("\"noi_sinh\"", "\"noi_sinh_khac\"")))
            assertThat(schema.validate(bad, InputFormat.JSON)).as(bad).isNotEmpty();
        answer("/api/v1/procedures/1.999999/form", 404);
    }

    @Test
    void a_new_version_holds_from_its_day_when_another_editor_approved_it_and_the_former_stays_readable()
            throws Exception {
        LocalDate today = procedures.today();
        UUID first = proposed(typed("9.000001", today, Map.of()));
        approved(first);
        assertThat(procedures.inForce("9.000001", today).orElseThrow().id()).isEqualTo(first);

        String another = new Visitor(mvc, EDITOR)
                .page("/procedures/9.000001", 200)
                .select("main a.btn")
                .attr("href");
        assertThat(another).isEqualTo("/desk/procedures/new?code=9.000001");
        Document edit = new Visitor(mvc, EDITOR).page(another, 200);
        assertThat(edit.select("#papers").val()).isEqualTo("Tờ khai | 1 | 0\nGiấy khác | 0 | 2 | nếu có");
        assertThat(edit.select("#fees").val()).isEqualTo("Lệ phí | 15.000 | 7.000 | mỗi bản");
        UUID second =
                proposed(typed("9.000001", today.plusDays(30), Map.of("time", "2", "fees", "Lệ phí | 15.000 | 0")));
        Document look = new Visitor(mvc, OTHER).page("/desk/procedures/" + second, 200);
        assertThat(look.select("tbody tr th").eachText())
                .contains("Thời hạn", "Phí, lệ phí")
                .doesNotContain("Kết quả");
        assertThat(look.select("tbody").text()).contains("15.000 | 7.000 | mỗi bản", "15.000 | 0");
        approved(second);
        assertThat(procedures.inForce("9.000001", today).orElseThrow().id())
                .as("what holds until that day")
                .isEqualTo(first);
        assertThat(procedures
                        .inForce("9.000001", today.plusDays(30))
                        .orElseThrow()
                        .id())
                .isEqualTo(second);
        assertThat(procedures.version(first)).isPresent();
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .page("/procedures/9.000001?on=" + today.plusDays(30), 200)
                        .select("main")
                        .text())
                .contains("2 ngày làm việc");

        UUID end = proposed(typed("9.000001", today.plusDays(60), Map.of("abolished", "true")));
        approved(end);
        assertThat(procedures
                        .find("thu tuc thu nghiem", today.plusDays(60), vn.thucchat.foundation.pages.Cursor.START, 10)
                        .items())
                .isEmpty();
        assertThat(procedures.history("9.000001")).hasSize(3);
    }

    @Test
    void who_proposed_does_not_decide_and_what_waits_is_work_of_the_editors() throws Exception {
        UUID id = proposed(typed("9.000002", procedures.today(), Map.of()));
        assertThat(work.openEvidence("dossiers.procedure-decision", List.of("19")))
                .contains(id);
        assertThat(new Visitor(mvc, EDITOR)
                        .submit("/desk/procedures/" + id + "/approve", Map.of())
                        .getStatus())
                .isEqualTo(403);
        Document mine = new Visitor(mvc, EDITOR).page("/desk/procedures/" + id, 200);
        assertThat(mine.select("form[action$=approve]")).isEmpty();
        assertThat(faults(new Visitor(mvc, EDITOR)
                        .submit("/desk/procedures", typed("9.000002", procedures.today(), Map.of()))))
                .as("another one waits")
                .containsExactly("#code");
        assertThat(faults(new Visitor(mvc, OTHER).submit("/desk/procedures/" + id + "/return", Map.of("reason", ""))))
                .containsExactly("#reason");
        Visitor.next(new Visitor(mvc, OTHER)
                .submit("/desk/procedures/" + id + "/return", Map.of("reason", "Thiếu căn cứ pháp lý")));
        assertThat(work.openEvidence("dossiers.procedure-decision", List.of("19")))
                .doesNotContain(id);
        assertThat(procedures.inForce("9.000002", procedures.today())).isEmpty();
        assertThat(new Visitor(mvc, EDITOR)
                        .page("/desk/procedures?state=RETURNED", 200)
                        .select("tbody")
                        .text())
                .contains("Thiếu căn cứ pháp lý");
        assertThat(new Visitor(mvc, OTHER)
                        .submit("/desk/procedures/" + id + "/approve", Map.of())
                        .getStatus())
                .as("decided before")
                .isEqualTo(409);
        assertThat(new Visitor(mvc, OTHER)
                        .submit("/desk/procedures/" + id + "/delete", Map.of())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_nothing_typed_is_lost() throws Exception {
        Map<String, String> wrong = new HashMap<>(typed("khai-sinh", procedures.today(), Map.of()));
        wrong.putAll(Map.of(
                "name",
                "x",
                "time",
                "nhanh",
                "papers",
                "Tờ khai | một",
                "fees",
                "Lệ phí | 15,5",
                "online",
                "PARTIAL",
                "steps",
                "",
                "source",
                "",
                "result",
                ""));
        wrong.put("form", "Tuổi | con số");
        wrong.put("internal", "Ký | Lãnh đạo | lâu");
        MockHttpServletResponse answer = new Visitor(mvc, EDITOR).submit("/desk/procedures", wrong);
        assertThat(faults(answer))
                .containsExactlyInAnyOrder(
                        "#code",
                        "#name",
                        "#source",
                        "#time",
                        "#steps",
                        "#papers",
                        "#fees",
                        "#reason",
                        "#result",
                        "#form",
                        "#internal");
        Document again = Visitor.parsed(answer);
        assertThat(again.select("#papers").val()).isEqualTo("Tờ khai | một");
        assertThat(again.select(".errors").text()).contains("Dòng 1 không đọc được: “Tờ khai | một”");
        assertThat(faults(new Visitor(mvc, EDITOR)
                        .submit(
                                "/desk/procedures",
                                typed("9.000003", procedures.today().minusDays(1), Map.of()))))
                .containsExactly("#validFrom");
    }

    @Test
    void an_account_of_the_demonstration_looks_and_changes_nothing_and_a_commune_keeps_no_catalogue() throws Exception {
        Actor invented = Persons.synthetic(ProcedureRoles.PROCEDURE_EDITOR, "19");
        assertThat(new Visitor(mvc, invented).page("/desk/procedures", 200).select("a[href=/desk/procedures/new]"))
                .isEmpty();
        assertThat(new Visitor(mvc, invented)
                        .page("/desk/procedures/new?code=1.004873", 200)
                        .select("main button"))
                .isEmpty();
        assertThat(new Visitor(mvc, invented)
                        .submit("/desk/procedures", typed("9.000004", procedures.today(), Map.of()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(procedures.inForce("9.000004", procedures.today())).isEmpty();
        new Visitor(mvc, Persons.a(ProcedureRoles.PROCEDURE_EDITOR, "05443")).page("/desk/procedures", 403);
    }

    @Test
    void the_database_refuses_to_change_what_was_decided() throws Exception {
        UUID id = proposed(typed("9.000005", procedures.today(), Map.of()));
        approved(id);
        for (String change : List.of(
                "UPDATE dossiers.procedure_version SET name = 'Khác' WHERE id = :id",
                "DELETE FROM dossiers.procedure_version WHERE id = :id",
                "UPDATE dossiers.procedure_decision SET state = 'RETURNED', reason = 'khác' WHERE version = :id"))
            assertThatThrownBy(() -> jdbc.sql(change).param("id", id).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private UUID proposed(Map<String, String> fields) throws Exception {
        String next = Visitor.next(new Visitor(mvc, EDITOR).submit("/desk/procedures", fields));
        return UUID.fromString(next.substring(next.lastIndexOf('/') + 1));
    }

    private void approved(UUID id) throws Exception {
        Visitor.next(new Visitor(mvc, OTHER).submit("/desk/procedures/" + id + "/approve", Map.of()));
    }

    private static Map<String, String> typed(String code, LocalDate from, Map<String, String> otherwise) {
        var fields = new HashMap<String, String>();
        fields.put("code", code);
        fields.put("name", "Thủ tục thử nghiệm " + code);
        fields.put("field", "Thử nghiệm");
        fields.put("alsoCalled", "làm thử");
        fields.put("validFrom", from.toString());
        fields.put("source", "Quyết định số 1/QĐ-UBND");
        fields.put("audience", "CITIZENS");
        fields.put("level", "COMMUNE");
        fields.put("agency", "Ủy ban nhân dân cấp xã");
        fields.put("time", "3");
        fields.put("unit", "DAYS");
        fields.put("timeNote", "");
        fields.put("steps", "Nộp hồ sơ.\nNhận kết quả.");
        fields.put("papers", "Tờ khai | 1 | 0\nGiấy khác | 0 | 2 | nếu có");
        fields.put("fees", "Lệ phí | 15.000 | 7.000 | mỗi bản");
        fields.put("online", "FULL");
        fields.put("reason", "");
        fields.put("result", "Giấy thử");
        fields.put("legal", "Luật thử nghiệm");
        fields.put(
                "form", "Họ và tên | chữ | bắt buộc | như trên thẻ | Full name\nGiới tính | chọn: Nam; Nữ | bắt buộc");
        fields.put("internal", "Tiếp nhận | Cán bộ một cửa | 4\nHỏi ý kiến | Sở Xây dựng | 8 | song song");
        fields.putAll(otherwise);
        return fields;
    }

    private static List<String> faults(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isIn(409, 422);
        return Visitor.parsed(answer).select(".errors a").eachAttr("href");
    }

    private JsonNode answer(String path, int status) throws Exception {
        MockHttpServletResponse response = mvc.perform(get(path).accept("application/json", "application/problem+json"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(status);
        return JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
