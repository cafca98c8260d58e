package vn.thucchat.foundation.notify.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.approve;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.draft;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.leader;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.read;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.submitted;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.writer;
import static vn.thucchat.foundation.notify.contacts.ContactFixture.until;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** An official writes to the people of a commune, another approves people and cost, and each person is told once. */
@ApplicationTest
@NullMarked
class AnnouncementTests {

    private static final String SPENT = "dt:contains(Chi phí thực tế) + dd";

    @Autowired
    AnnouncementFixture fixture;

    @Autowired
    AnnouncementSending sending;

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private String commune;
    private Visitor writer;
    private Visitor leader;

    @BeforeEach
    void atNoon() throws Exception {
        hour(12);
        commune = fixture.commune();
        writer = writer(mvc, commune);
        leader = leader(mvc, commune);
        fixture.price(mvc, TestTime.today().plusDays(1), 800);
    }

    private void hour(int hour) {
        clock.moveTo(TestTime.today()
                .plusDays(1)
                .atTime(hour, 0)
                .atZone(BusinessTime.VIETNAM)
                .toInstant());
    }

    @Test
    void who_reads_it_sees_its_cost_and_who_approved_it() throws Exception {
        List<Actor> residents = fixture.residents(mvc, commune, 5);
        String page = Visitor.next(writer.submit("/announcements", draft(commune, "LIFE")));
        Document drafted = writer.page(page, 200);
        int parts = Integer.parseInt(
                drafted.select("td[data-label=Số phần]").getLast().text());
        assertThat(drafted.select("tr:contains(SMS) td[data-label=Số người]").text())
                .isEqualTo("5");
        assertThat(drafted.text())
                .contains("Tổng chi phí dự tính: " + vnd(5L * parts * 800) + " đồng")
                .contains("Bỏ qua Zalo")
                .contains("Hợp đồng thử");
        assertThat(Visitor.next(writer.submit(page + "/submit", read(writer, page))))
                .isEqualTo(page);
        assertThat(writer.submit(page + "/approve", Map.of("version", 2)).getStatus())
                .as("their own")
                .isEqualTo(403);
        assertThat(new Visitor(mvc, Persons.a(AnnouncementRoles.ANNOUNCER, "01"))
                        .open(page)
                        .getStatus())
                .as("of another province")
                .isEqualTo(404);
        assertThat(new Visitor(mvc, residents.getFirst())
                        .open("/announced" + page.substring("/announcements".length()))
                        .getStatus())
                .as("before it leaves")
                .isEqualTo(404);
        assertThat(leader.page("/work", 200).text()).contains("Cắt nước ngày mai");
        assertThat(approve(leader, page)).isEqualTo(303);
        sending.work();
        until(() -> sent(page) == 5);
        Document told = new Visitor(mvc, residents.getFirst())
                .page("/announced" + page.substring("/announcements".length()), 200);
        assertThat(told.text())
                .contains("Duyệt gửi tới khoảng 5 người: Người ở")
                .contains(vnd(5L * parts * 800) + " đồng, người duyệt: "
                        + leader.actor().name());
        assertThat(new Visitor(mvc, residents.getFirst()).page("/inbox", 200).text())
                .contains("thông báo: Cắt nước ngày mai");
        Document result = writer.page(page, 200);
        assertThat(result.select(SPENT).text()).startsWith(vnd(5L * parts * 800) + " đ");
        assertThat(result.text()).doesNotContain(residents.getFirst().name());
        String list = result.select("td[data-label=Đã tới] a").attr("href");
        Document messages = writer.page(list, 200);
        assertThat(messages.select("tbody tr")).hasSize(5);
        String message = messages.select("tbody a").getFirst().attr("href");
        assertThat(writer.page(message, 200).select("tbody").text()).contains("SMS · 1");
        assertThat(new Visitor(mvc, Actor.STRANGER).page("/announced", 200).text())
                .contains("Cắt nước ngày mai");
    }

    @Test
    void what_is_sent_back_says_why_and_can_be_submitted_again() throws Exception {
        fixture.residents(mvc, commune, 5);
        String page = submitted(writer, draft(commune, "LIFE"));
        assertThat(leader.submit(page + "/send-back", read(leader, page, "reason", ""))
                        .getStatus())
                .isEqualTo(422);
        Visitor.next(leader.submit(page + "/send-back", read(leader, page, "reason", "Thiếu tên khu phố")));
        assertThat(writer.page(page, 200).text()).contains("Thiếu tên khu phố", "Đang soạn");
        var changed = draft(commune, "LIFE");
        changed.put("titleEn", "No water tomorrow");
        changed.putAll(read(writer, page));
        assertThat(writer.submit(page, changed).getStatus())
                .as("half of the English")
                .isEqualTo(422);
        changed.put("textEn", "From 8 to 11 tomorrow there is no water around the market.");
        Visitor.next(writer.submit(page, changed));
        assertThat(writer.page(page + "/edit", 200).select("#titleEn").val()).isEqualTo("No water tomorrow");
        Visitor.next(writer.submit(page + "/submit", read(writer, page)));
        assertThat(approve(leader, page)).isEqualTo(303);
    }

    @Test
    void what_costs_more_than_was_approved_is_asked_for_anew() throws Exception {
        fixture.residents(mvc, commune, 5);
        String page = submitted(writer, draft(commune, "LIFE"));
        assertThat(approve(leader, page)).isEqualTo(303);
        fixture.price(mvc, TestTime.today().plusDays(1), 1_200);
        sending.work();
        assertThat(written(page)).isZero();
        assertThat(leader.page(page, 200).text()).contains("Chờ duyệt", "Cần duyệt lại");
        assertThat(approve(leader, page)).isEqualTo(303);
        sending.work();
        assertThat(written(page)).isEqualTo(5);
    }

    @Test
    void who_withdraws_their_consent_meanwhile_is_not_told() throws Exception {
        List<Actor> residents = fixture.residents(mvc, commune, 6);
        String page = submitted(writer, draft(commune, "LIFE"));
        assertThat(approve(leader, page)).isEqualTo(303);
        fixture.withdraw(residents.getFirst(), AnnouncementFixture.LIFE);
        hour(23);
        sending.work();
        assertThat(written(page)).isEqualTo(5);
        until(() -> inbox.unseen(residents.getLast()) == 2);
        assertThat(inbox.of(residents.getFirst(), Cursor.START).items()).hasSize(1);
        // between the writing and the hour at which it leaves
        fixture.withdraw(residents.get(1), AnnouncementFixture.LIFE);
        clock.moveTo(clock.instant().plus(Duration.ofHours(9)));
        until(() -> sent(page) == 4 && state(page, residents.get(1)).equals("EXPIRED"));
    }

    @Test
    void what_is_stopped_leaves_no_more() throws Exception {
        List<Actor> residents = fixture.residents(mvc, commune, 5);
        String page = submitted(writer, draft(commune, "LIFE"));
        assertThat(approve(leader, page)).isEqualTo(303);
        hour(23);
        sending.work();
        until(() -> residents.stream().allMatch(person -> state(page, person).equals("PLANNED")));
        Visitor.next(leader.submit(page + "/stop", Map.of("reason", "Nước có lại rồi")));
        clock.moveTo(clock.instant().plus(Duration.ofHours(9)));
        until(() -> residents.stream().allMatch(person -> state(page, person).equals("EXPIRED")));
        assertThat(sent(page)).isZero();
        assertThat(new Visitor(mvc, residents.getFirst())
                        .page("/announced" + page.substring("/announcements".length()), 200)
                        .text())
                .contains("đã bị dừng");
    }

    @Test
    void danger_passes_quiet_hours_and_is_a_leader_s_to_approve() throws Exception {
        List<Actor> residents = fixture.residents(mvc, commune, 5);
        fixture.withdraw(residents.getFirst(), AnnouncementFixture.LIFE);
        hour(23);
        String page = submitted(writer, draft(commune, "DANGER"));
        Actor other = Persons.a(AnnouncementRoles.ANNOUNCER, "19");
        assertThat(new Visitor(mvc, other).page(page, 200).select("form[action$=approve]"))
                .isEmpty();
        assertThat(new Visitor(mvc, other)
                        .submit(page + "/approve", Map.of("version", 2))
                        .getStatus())
                .isEqualTo(403);
        assertThat(approve(leader, page)).isEqualTo(303);
        sending.work();
        until(() -> sent(page) == 5);
    }

    @Test
    void a_killed_process_and_a_second_one_tell_nobody_twice() throws Exception {
        List<Actor> residents = fixture.residents(mvc, commune, 6);
        String page = submitted(writer, draft(commune, "LIFE"));
        assertThat(approve(leader, page)).isEqualTo(303);
        // dies before the commit of its batch
        transactions.executeWithoutResult(status -> {
            sending.work();
            assertThat(written(page)).isEqualTo(6);
            status.setRollbackOnly();
        });
        assertThat(written(page)).isZero();
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var one : both.invokeAll(List.of(sendingOnce(), sendingOnce()))) one.get();
        }
        sending.work();
        assertThat(written(page)).isEqualTo(6);
        // a place that was lost: the same members come again
        jdbc.sql("UPDATE notify.announcement SET handed = NULL, state = 'SENDING', ended_at = NULL WHERE id = :id")
                .param("id", id(page))
                .update();
        sending.work();
        assertThat(written(page)).isEqualTo(6);
        until(() -> sent(page) == 6);
        assertThat(residents)
                .allSatisfy(person -> assertThat(inbox.of(person, Cursor.START).items().stream()
                                .filter(message -> message.kind().equals(AnnouncementFixture.LIFE)))
                        .hasSize(1));
    }

    /** As pages show it. */
    private static String vnd(long amount) {
        return String.format(Locale.of("vi", "VN"), "%,d", amount);
    }

    private UUID id(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }

    private Callable<Void> sendingOnce() {
        return () -> {
            sending.work();
            return null;
        };
    }

    private int written(String page) {
        return count("SELECT count(*) FROM notify.announcement_recipient WHERE announcement = :id", page);
    }

    private int sent(String page) {
        return count("""
                SELECT count(*) FROM notify.announcement_recipient r
                JOIN notify.notice n ON n.account = r.account AND n.id = r.message
                WHERE r.announcement = :id AND n.state = 'SENT'""", page);
    }

    private int count(String sql, String page) {
        return jdbc.sql(sql).param("id", id(page)).query(Integer.class).single();
    }

    private String state(String page, Actor person) {
        return jdbc.sql("""
                        SELECT n.state FROM notify.announcement_recipient r
                        JOIN notify.notice n ON n.account = r.account AND n.id = r.message
                        WHERE r.announcement = :id AND r.account = :account""")
                .param("id", id(page))
                .param("account", person.account())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
