package vn.thucchat.foundation.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.calendar.Term;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** The calendar in pages: what anybody reads, what the office states, and what that changes. Years of their own. */
@ApplicationTest
@NullMarked
class CalendarPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    WorkingTime workingTime;

    @Test
    void anybody_counts_a_due_date_and_sees_why() throws Exception {
        var page = stranger().page("/due-date?day=08/08/2022&hour=09:00&count=10&unit=DAYS", 200);
        assertThat(page.select("[role=status] .val").text()).isEqualTo("T2, 17:00 ngày 22/8/2022");
        assertThat(page.select("[role=status] tbody tr")).hasSize(6);
        assertThat(page.select("#count").val()).isEqualTo("10");
        assertThat(page.select("[role=status] a[href^=/api/v1/calendar/due]").attr("href"))
                .isEqualTo("/api/v1/calendar/due?received=2022-08-08T09:00&workingDays=10");
        assertThat(stranger()
                        .page("/due-date?day=01/09/2022&hour=9:00&count=4&unit=HOURS", 200)
                        .select("[role=status] .val")
                        .text())
                .isEqualTo("T2, 11:30 ngày 5/9/2022");
        assertThat(stranger().page("/due-date", 200).select("[role=status], .errors"))
                .isEmpty();
    }

    @Test
    void all_that_is_wrong_with_the_question_is_shown_where_it_was_typed() throws Exception {
        var page = stranger().page("/due-date?day=30/02/2022&hour=25:00&count=nhi%E1%BB%81u&unit=DAYS", 422);
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#day", "#hour", "#count");
        assertThat(page.select("#count").val()).isEqualTo("nhiều");
        assertThat(stranger()
                        .page("/due-date?day=01/01/1999&hour=09:00&count=1&unit=DAYS", 422)
                        .select(".errors a")
                        .eachAttr("href"))
                .containsExactly("#day");
    }

    @Test
    void a_year_shows_its_days_with_their_documents_and_says_when_it_is_provisional() throws Exception {
        var known = stranger().page("/working-days?year=2026", 200);
        assertThat(known.select("tbody tr:has(th:contains(31/8/2026))").text())
                .contains("Nghỉ hoán đổi", "Thông báo 9441/TB-BNV");
        assertThat(known.select("tbody tr:has(th:contains(27/4/2026))").text())
                .contains("Nghỉ bù Giỗ Tổ Hùng Vương", "Điều 111");
        assertThat(known.select(".notice.warned, form[action^=/working-days]")).isEmpty();
        assertThat(stranger()
                        .page("/working-days?year=2031", 200)
                        .select(".notice.warned")
                        .text())
                .contains("2031", "Điều 112");
        stranger().page("/working-days?year=1812", 400);
    }

    @Test
    void the_office_states_days_and_what_was_known_before_can_still_be_counted() throws Exception {
        LocalDate friday = LocalDate.of(2041, 3, 8);
        Instant received =
                friday.minusDays(1).atTime(9, 0).atZone(BusinessTime.VIETNAM).toInstant();
        Instant before = TestTime.now();
        var calendar = workingTime.of(UnitCode.NATION);
        assertThat(BusinessTime.day(calendar.due(received, new Term.Days(1)).at()))
                .isEqualTo(friday);
        assertThat(Visitor.next(office().submit("/working-days", day(friday, "SWAP_OFF"))))
                .isEqualTo("/working-days?year=2041");
        assertThat(BusinessTime.day(due(received))).isEqualTo(LocalDate.of(2041, 3, 11));
        var page = office().page("/working-days?year=2041", 200);
        assertThat(page.select("tbody tr:has(th:contains(8/3/2041))").text())
                .contains("Nghỉ thử", "Công văn thử 1/VPCP");
        Visitor.next(office().submit("/working-days", day(friday, "WITHDRAWN")));
        assertThat(BusinessTime.day(due(received))).isEqualTo(friday);
        assertThat(office().page("/working-days?year=2041", 200).select("tbody tr:has(th:contains(8/3/2041))"))
                .as("both statements are kept")
                .hasSize(2);
        assertThat(workingTime
                        .of(UnitCode.NATION, before)
                        .due(received, new Term.Days(1))
                        .at())
                .isEqualTo(calendar.due(received, new Term.Days(1)).at());
    }

    @Test
    void only_the_office_of_a_province_states_and_everything_wrong_is_said_at_once() throws Exception {
        LocalDate day = LocalDate.of(2042, 3, 7);
        for (Actor other : List.of(
                Persons.a(SteeringRoles.STEERING_OFFICE, "05443"),
                Persons.synthetic(SteeringRoles.STEERING_OFFICE, "19"))) {
            var visitor = new Visitor(mvc, other);
            assertThat(visitor.submit("/working-days", day(day, "HOLIDAY")).getStatus())
                    .isEqualTo(403);
            assertThat(visitor.submit("/working-hours", hours("07:00-11:00", ""))
                            .getStatus())
                    .isEqualTo(403);
            assertThat(visitor.page("/working-days", 200).select("form[action^=/working-days]"))
                    .isEmpty();
        }
        assertThat(workingTime.of(UnitCode.NATION).works(day)).isTrue();
        var wrong = new HashMap<String, Object>(day(day, "NO_SUCH"));
        wrong.put("document", "");
        wrong.put("day", "");
        var refused = office().submit("/working-days", wrong);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(refused).select(".errors a").eachAttr("href"))
                .containsExactly("#day", "#kind", "#document");
        var later = new HashMap<String, Object>(day(day, "HOLIDAY"));
        later.put("issued", "01/01/2090");
        later.put("holiday", "no-such");
        assertThat(Visitor.parsed(office().submit("/working-days", later))
                        .select(".errors a")
                        .eachAttr("href"))
                .containsExactly("#holiday", "#issued");
    }

    @Test
    void a_notice_comes_in_as_a_spreadsheet_whole_or_not_at_all() throws Exception {
        var template = office().open("/working-days/template.xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template.getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Ngày");
        }
        String heading =
                "Ngày,Loại,Ngày lễ của luật,Tên gọi,Văn bản,Ngày ban hành,Cơ quan ban hành,Lấy từ đâu,Mức đối chiếu\n";
        String rest = ",Tết Âm lịch,Tết,Công văn thử 2/VPCP,01/10/2025,Văn phòng Chính phủ,thử,đã đọc văn bản\n";
        var bad = office().send("/working-days/import", Map.of(), sheet(heading + "23/01/2042,Nghỉ" + rest));
        assertThat(bad.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(bad).select(".errors th[scope=row]").eachText())
                .containsExactly("B2");
        assertThat(Visitor.next(office().send(
                                "/working-days/import",
                                Map.of(),
                                sheet(heading + "23/01/2042,Nghỉ lễ" + rest + "24/01/2042,Nghỉ lễ" + rest))))
                .isEqualTo("/working-days?year=2042");
        assertThat(workingTime.of(UnitCode.NATION).works(LocalDate.of(2042, 1, 23)))
                .isFalse();
        assertThat(workingTime.of(UnitCode.NATION).works(LocalDate.of(2042, 1, 22)))
                .as("of a holiday that a notice decides only its days")
                .isTrue();
    }

    @Test
    void hours_stated_for_a_unit_hold_below_it_until_it_has_none_of_its_own() throws Exception {
        var commune = new UnitCode("05443");
        LocalDate saturday = LocalDate.of(2043, 3, 7);
        assertThat(workingTime.of(commune).works(saturday)).isFalse();
        Visitor.next(office().submit("/working-hours", hours("07:00-11:00 13:00-17:00", "07:00-11:00")));
        assertThat(workingTime.of(commune).works(saturday)).isTrue();
        assertThat(workingTime.of(commune).works(LocalDate.of(2042, 12, 27))).isFalse();
        assertThat(workingTime.of(UnitCode.NATION).works(saturday)).isFalse();
        assertThat(stranger()
                        .page("/due-date?day=06/03/2043&hour=09:00&count=1&unit=DAYS&agency=05443", 200)
                        .select("[role=status] .val")
                        .text())
                .isEqualTo("T7, 11:00 ngày 7/3/2043");
        assertThat(stranger()
                        .page("/working-hours", 200)
                        .select("tbody tr:first-child")
                        .text())
                .contains("07:00-11:00 13:00-17:00");
        Visitor.next(office().submit("/working-hours", hours("", "")));
        assertThat(workingTime.of(commune).works(saturday)).isFalse();
        for (var wrong : List.of(hours("sáng", ""), hours("", "07:00-11:00")))
            assertThat(Visitor.parsed(office().submit("/working-hours", wrong))
                            .select(".errors a")
                            .eachAttr("href"))
                    .containsExactly("#weekdays");
    }

    private Instant due(Instant received) {
        return workingTime.of(UnitCode.NATION).due(received, new Term.Days(1)).at();
    }

    private static Map<String, Object> day(LocalDate day, String kind) {
        return Map.of(
                "day", day.toString(),
                "kind", kind,
                "name", "Nghỉ thử",
                "document", "Công văn thử 1/VPCP",
                "issued", "01/10/2025",
                "issuer", "Văn phòng Chính phủ",
                "source", "thử",
                "checked", "READ");
    }

    private static Map<String, Object> hours(String weekdays, String saturday) {
        return Map.of(
                "unit", "05443",
                "from", "01/01/2043",
                "weekdays", weekdays,
                "saturday", saturday,
                "document", "Quyết định thử",
                "issued", "01/10/2025",
                "issuer", "UBND tỉnh",
                "source", "thử",
                "checked", "READ");
    }

    private static MockMultipartFile sheet(String csv) {
        return new MockMultipartFile("sheet", "ngay.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private Visitor office() {
        return new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "19"));
    }

    private Visitor stranger() {
        return new Visitor(mvc, Actor.STRANGER);
    }
}
