package vn.thucchat.foundation.notify.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.approve;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.draft;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.leader;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.read;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.submitted;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.writer;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** Each approval covers the words and both costs that were read; money and small numbers never hold up a warning. */
@ApplicationTest
@NullMarked
class AnnouncementApprovalTests {

    @Autowired
    AnnouncementFixture fixture;

    @Autowired
    ContactFixture people;

    @Autowired
    AnnouncementSending sending;

    @Autowired
    Announcements announcements;

    @Autowired
    AnnouncementDecisions decisions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private LocalDate today;
    private String commune;
    private Visitor writer;
    private Visitor leader;

    @BeforeEach
    void atNoon() throws Exception {
        today = TestTime.today().plusDays(1);
        clock.moveTo(today.atTime(12, 0).atZone(BusinessTime.VIETNAM).toInstant());
        commune = fixture.commune();
        writer = writer(mvc, commune);
        leader = leader(mvc, commune);
        fixture.price(mvc, today, 800);
    }

    @Test
    void what_is_submitted_twice_is_sent_back_and_submitted_again() throws Exception {
        fixture.residents(mvc, commune, 5);
        String page = submitted(writer, draft(commune, "LIFE"));
        assertThat(writer.submit(page + "/submit", read(writer, page)).getStatus())
                .isEqualTo(409);
        assertThat(count("SELECT count(*) FROM notify.announcement_count WHERE announcement = :id", page))
                .isEqualTo(1);
        Visitor.next(leader.submit(page + "/send-back", read(leader, page, "reason", "Thiếu tên khu phố")));
        Visitor.next(writer.submit(page + "/submit", read(writer, page)));
        assertThat(writer.submit(page + "/submit", read(writer, page)).getStatus())
                .isEqualTo(409);
        assertThat(approve(leader, page)).isEqualTo(303);
        sending.work();
        assertThat(written(page)).isEqualTo(5);
    }

    @Test
    void a_channel_that_is_only_tried_later_counts_in_the_most_it_may_cost() throws Exception {
        mailed(5);
        String page = submitted(writer, draft(commune, "LIFE"));
        var read = leader.page(page, 200);
        assertThat(read.select("tr:contains(SMS) td[data-label=Số người]").text())
                .as("first reached by mail")
                .isEqualTo("0");
        assertThat(read.select("form[action$=approve] p").text()).contains("dự kiến 0 đồng", "nhiều nhất");
        assertThat(approve(leader, page)).isEqualTo(303);
        fixture.price(mvc, today, 1_200);
        sending.work();
        assertThat(written(page)).as("most has grown by a half").isZero();
        assertThat(approve(leader, page)).isEqualTo(303);
        sending.work();
        assertThat(written(page)).isEqualTo(5);
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .page("/announced" + page.substring("/announcements".length()), 200)
                        .text())
                .contains("dự kiến 0 đồng");
    }

    @Test
    void without_a_price_nothing_is_approved_or_begun_and_somebody_is_asked_anew() throws Exception {
        mailed(5);
        jdbc.sql("DELETE FROM notify.tariff WHERE medium = 'SMS'").update();
        String page = Visitor.next(writer.submit("/announcements", draft(commune, "LIFE")));
        assertThat(writer.submit(page + "/submit", read(writer, page)).getStatus())
                .isEqualTo(403);
        fixture.price(mvc, today, 800);
        Visitor.next(writer.submit(page + "/submit", read(writer, page)));
        jdbc.sql("DELETE FROM notify.tariff WHERE medium = 'SMS'").update();
        assertThat(approve(leader, page)).isEqualTo(403);
        fixture.price(mvc, today, 800);
        assertThat(approve(leader, page)).isEqualTo(303);
        jdbc.sql("DELETE FROM notify.tariff WHERE medium = 'SMS'").update();
        sending.work();
        var asked = leader.page(page, 200).text();
        assertThat(asked).contains("một kênh không còn giá", "chưa có giá").doesNotContain("nhiều nhất 0");
        assertThat(written(page)).isZero();
        fixture.price(mvc, today, 800);
        assertThat(approve(leader, page)).as("nobody counted what it costs").isEqualTo(403);
        Visitor.next(leader.submit(page + "/send-back", read(leader, page, "reason", "Tính lại chi phí")));
        Visitor.next(writer.submit(page + "/submit", read(writer, page)));
        assertThat(approve(leader, page)).isEqualTo(303);
        sending.work();
        assertThat(written(page)).isEqualTo(5);
    }

    @Test
    void nobody_reads_what_was_stopped_before_it_left() throws Exception {
        fixture.residents(mvc, commune, 5);
        var later = draft(commune, "LIFE");
        later.put("sendOn", today.plusDays(1));
        String page = submitted(writer, later);
        assertThat(approve(leader, page)).isEqualTo(303);
        Visitor.next(writer.submit(page + "/stop", Map.of("reason", "Ghi sai ngày")));
        var stranger = new Visitor(mvc, Actor.STRANGER);
        stranger.page("/announced" + page.substring("/announcements".length()), 404);
        assertThat(stranger.page("/announced", 200).html()).doesNotContain(page.substring("/announcements".length()));
    }

    @Test
    void words_that_another_tab_changed_are_neither_overwritten_nor_submitted() throws Exception {
        fixture.residents(mvc, commune, 5);
        String page = Visitor.next(writer.submit("/announcements", draft(commune, "LIFE")));
        Map<String, Object> read = read(writer, page);
        var changed = draft(commune, "LIFE");
        changed.putAll(read);
        changed.put("titleVi", "Cắt nước ngày kia");
        Visitor.next(writer.submit(page, changed));
        changed.put("titleVi", "Cắt nước hôm nay");
        assertThat(writer.submit(page, changed).getStatus()).isEqualTo(409);
        assertThat(writer.submit(page + "/submit", read).getStatus()).isEqualTo(409);
        assertThat(writer.page(page, 200).text()).contains("Cắt nước ngày kia", "Đang soạn");
        assertThat(writer.page(page + "/edit", 200)
                        .select("input[name=version]")
                        .val())
                .isEqualTo("2");
    }

    @Test
    void money_and_small_numbers_do_not_hold_up_a_warning() throws Exception {
        fixture.residents(mvc, commune, 1);
        var later = draft(commune, "DANGER");
        later.put("sendOn", today.plusDays(3));
        var refused = writer.submit("/announcements", later);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(refused).select(".fault").text()).contains("24 giờ");
        jdbc.sql("DELETE FROM notify.tariff WHERE medium = 'SMS'").update();
        String page = submitted(writer, draft(commune, "DANGER"));
        assertThat(approve(leader, page)).isEqualTo(303);
        fixture.price(mvc, today, 5_000);
        sending.work();
        assertThat(written(page)).isEqualTo(1);
    }

    @Test
    void one_that_cannot_be_sent_holds_up_no_other() throws Exception {
        fixture.residents(mvc, commune, 5);
        String bad = submitted(writer, draft(commune, "LIFE"));
        assertThat(approve(leader, bad)).isEqualTo(303);
        String good = submitted(writer, draft(commune, "LIFE"));
        assertThat(approve(leader, good)).isEqualTo(303);
        state("UPDATE notify.announcement SET round = 99 WHERE id = :id", bad);
        try {
            sending.work();
        } finally {
            state("UPDATE notify.announcement SET round = 1, state = 'STOPPED' WHERE id = :id", bad);
        }
        assertThat(written(good)).isEqualTo(5);
    }

    @Test
    void who_stops_what_began_after_they_read_it_stops_it() throws Exception {
        fixture.residents(mvc, commune, 5);
        String page = submitted(writer, draft(commune, "LIFE"));
        assertThat(approve(leader, page)).isEqualTo(303);
        Announcement read = announcements.find(leader.actor(), id(page)).orElseThrow();
        sending.work();
        decisions.decide(leader.actor(), read, "stop", null, "Nước có lại rồi").expectDone();
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .page("/announced" + page.substring("/announcements".length()), 200)
                        .text())
                .contains("Dự định gửi tới 5 người");
    }

    /** People whom a mail reaches first, and a text message if it does not. */
    private void mailed(int count) throws Exception {
        for (Actor person : fixture.residents(mvc, commune, count)) {
            people.confirm(mvc, person, "EMAIL", people.email());
            fixture.consent(person, "notify.optional-email");
        }
    }

    private int written(String page) {
        return count("SELECT count(*) FROM notify.announcement_recipient WHERE announcement = :id", page);
    }

    private int count(String sql, String page) {
        return jdbc.sql(sql).param("id", id(page)).query(Integer.class).single();
    }

    private void state(String sql, String page) {
        jdbc.sql(sql).param("id", id(page)).update();
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }
}
