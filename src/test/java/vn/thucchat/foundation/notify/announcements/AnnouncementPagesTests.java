package vn.thucchat.foundation.notify.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.approve;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.draft;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.leader;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.read;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.submitted;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.writer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** What an official is told before anything is sent, the limits of announcements, and whose announcements a person wants. */
@ApplicationTest
@NullMarked
class AnnouncementPagesTests {

    @Autowired
    AnnouncementFixture fixture;

    @Autowired
    ContactFixture people;

    @Autowired
    AnnouncementData data;

    @Autowired
    MessageSource messages;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private LocalDate today;
    private String commune;
    private Visitor writer;

    @BeforeEach
    void atNoon() throws Exception {
        today = TestTime.today().plusDays(1);
        clock.moveTo(today.atTime(12, 0).atZone(BusinessTime.VIETNAM).toInstant());
        commune = fixture.commune();
        writer = writer(mvc, commune);
        fixture.price(mvc, today, 800);
    }

    @Test
    void what_is_wrong_with_an_announcement_is_told_at_its_field() throws Exception {
        var draft = draft(commune, "LIFE");
        draft.put("group", "residents 01");
        assertThat(faults(draft)).as("another province's people").contains("Hãy chọn một nhóm trong danh sách");
        draft = draft(commune, "LIFE");
        draft.put("titleVi", "");
        draft.put("textVi", "ngắn");
        assertThat(faults(draft)).contains("từ 3 đến 100 ký tự", "từ 10 đến 600 ký tự");
        draft = draft(commune, "LIFE");
        draft.put("textVi", "Vào www.lua-dao.example để nhận quà nhé bà con");
        assertThat(faults(draft)).contains("không chứa đường dẫn");
        draft = draft(commune, "LIFE");
        draft.put("sendOn", today.minusDays(1));
        assertThat(faults(draft)).contains("60 ngày");
        assertThat(writer.page("/announcements/new", 200)
                        .select("#group option")
                        .eachText())
                .as("the writer's own commune")
                .hasSize(2);
    }

    private String faults(Map<String, Object> draft) throws Exception {
        var answer = writer.submit("/announcements", draft);
        assertThat(answer.getStatus()).isEqualTo(422);
        return Visitor.parsed(answer).select(".fault").text();
    }

    @Test
    void fewer_than_five_people_are_nobody_s_group() throws Exception {
        fixture.residents(mvc, commune, 1);
        String page = Visitor.next(writer.submit("/announcements", draft(commune, "LIFE")));
        assertThat(writer.page(page, 200)
                        .select("dt:contains(Người sẽ nhận) + dd")
                        .text())
                .isEqualTo("dưới 5");
        var answer = writer.submit(page + "/submit", read(writer, page));
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(Visitor.parsed(answer).select(".errors").text()).contains("dưới 5 người");
    }

    @Test
    void a_unit_has_so_many_announcements_a_day() throws Exception {
        var administrator = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "19"));
        Map<String, Object> limits =
                Map.of("validFrom", today, "dailyLimit", 1, "marginPercent", 10, "document", "Quyết định thử");
        assertThat(administrator
                        .submit("/admin/notices/announcement-rules", Map.of("dailyLimit", "nhiều"))
                        .getStatus())
                .isEqualTo(422);
        Visitor.next(administrator.submit("/admin/notices/announcement-rules", limits));
        assertThat(administrator
                        .page("/admin/notices/announcement-rules", 200)
                        .select("tbody")
                        .text())
                .contains("Quyết định thử");
        try {
            fixture.residents(mvc, commune, 5);
            String first = submitted(writer, draft(commune, "LIFE"));
            String second = submitted(writer, draft(commune, "LIFE"));
            assertThat(approve(leader(mvc, commune), first)).isEqualTo(303);
            assertThat(approve(leader(mvc, commune), second)).isEqualTo(403);
            String warning = submitted(writer, draft(commune, "DANGER"));
            assertThat(approve(leader(mvc, commune), warning))
                    .as("never held up")
                    .isEqualTo(303);
            assertThat(writer.page("/announcements", 200).select("tbody tr")).hasSize(3);
        } finally {
            jdbc.sql("DELETE FROM notify.announcement_rule WHERE document = 'Quyết định thử'")
                    .update();
        }
    }

    @Test
    void a_person_says_whose_announcements_they_want_and_takes_it_back() throws Exception {
        Actor person = people.person();
        var visitor = new Visitor(mvc, person);
        assertThat(visitor.submit("/id/residence", Map.of("unit", "19")).getStatus())
                .as("no commune")
                .isEqualTo(422);
        fixture.lives(mvc, person, commune);
        fixture.consent(person, AnnouncementFixture.LIFE);
        var page = visitor.page("/id/residence", 200);
        assertThat(page.select("#unit option[selected]").val()).isEqualTo(commune);
        assertThat(page.select("dd").eachText()).containsExactly("Chưa đồng ý: không gửi cho bạn", "Đã đồng ý");
        assertThat(data.gather(person.account(), new Texts(messages, Locale.of("vi"))))
                .hasSize(1);
        Visitor.next(visitor.submit("/id/residence", Map.of("unit", "")));
        assertThat(visitor.page("/id/residence", 200)
                        .select("#unit option[selected]")
                        .val())
                .isEmpty();
        fixture.lives(mvc, person, commune);
        assertThat(data.delete(person.account())).isEqualTo(1);
        assertThat(data.gather(person.account(), new Texts(messages, Locale.of("vi"))))
                .isEqualTo(List.of());
    }
}
