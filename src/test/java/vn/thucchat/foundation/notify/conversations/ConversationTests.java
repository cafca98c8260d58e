package vn.thucchat.foundation.notify.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.foundation.notify.zalo.ZaloFixture;
import vn.thucchat.foundation.notify.zalo.ZaloSink;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** People write to the official account and are answered once; a chat learns of its person only when it is linked. */
@ApplicationTest
@NullMarked
class ConversationTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    ZaloFixture zalo;

    @Autowired
    ContactFixture people;

    @Autowired
    ConversationData data;

    @Autowired
    ConversationSweep sweep;

    @Autowired
    ConversationStore store;

    @Autowired
    Inbox inbox;

    @Autowired
    Seal seal;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private String user = "";

    @BeforeEach
    void connect() {
        clock.moveTo(TestTime.today()
                .plusDays(1)
                .atTime(12, 0)
                .atZone(BusinessTime.VIETNAM)
                .toInstant());
        zalo.connect(jdbc, seal);
        user = "zalo-user-" + COUNT.incrementAndGet();
    }

    @Test
    void what_is_written_is_answered_once_however_often_zalo_tells_it() throws Exception {
        for (int i = 0; i < 3; i++) write("m1", "Tra cứu chợ Đồng Quang");
        ContactFixture.until(() -> replies().size() == 1);
        write("m2", "TRA CUU");
        ContactFixture.until(() -> replies().size() == 2);
        assertThat(replies().getFirst().path("message").path("text").asString()).contains("“chợ Đồng Quang”");
        JsonNode buttons = buttons(replies().getFirst());
        assertThat(buttons.get(0).path("payload").path("url").asString())
                .startsWith("http")
                .endsWith("/search?q=ch%E1%BB%A3+%C4%90%E1%BB%93ng+Quang");
        assertThat(buttons.get(1).path("type").asString()).isEqualTo("oa.query.show");
        assertThat(buttons.size()).isEqualTo(5);
        ContactFixture.until(() -> states().equals(List.of("ANSWERED", "ANSWERED")));
        assertThat(jdbc.sql("SELECT count(*) FROM notify.conversation_turn WHERE sealed IS NOT NULL AND chat = :chat")
                        .param("chat", chat())
                        .query(Integer.class)
                        .single())
                .as("what was written is forgotten")
                .isZero();
        // handed over again after its record, as a process does that died in between
        jdbc.sql(
                        "UPDATE delivery.outbox_message SET state = 'WAITING', next_at = :at, delivered_at = NULL WHERE recipient = :chat")
                .param("chat", chat())
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        write("m3", "xin chào");
        ContactFixture.until(() -> replies().size() == 3);
        assertThat(replies().getLast().path("message").path("text").asString()).contains("Bạn bấm một nút");
        String page = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "19"))
                .page(Conversations.PATH, 200)
                .select("main")
                .text();
        assertThat(page).contains("Tra cứu", "Đã trả lời").doesNotContain(user, "Đồng Quang");
        assertThat(new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "05443"))
                        .open(Conversations.PATH)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_chat_learns_nothing_of_a_person_before_they_link_it_by_a_link_that_is_good_once() throws Exception {
        Actor person = people.person();
        var visitor = new Visitor(mvc, person);
        write("m1", "tin của tôi");
        ContactFixture.until(() -> replies().size() == 1);
        assertThat(replies().getFirst().path("message").path("text").asString()).contains("chưa nối với tài khoản nào");
        String path = linkSent("m2", 2);
        assertThat(visitor.page(path, 200).select(".notice").text()).contains("đừng nối");
        assertThat(visitor.open("/id/zalo").getContentAsString())
                .as("a look links nothing")
                .contains("Chưa nối");
        assertThat(visitor.open(path.substring(0, path.length() - 3) + "xxx").getStatus())
                .as("forged")
                .isEqualTo(404);
        assertThat(Visitor.next(visitor.submit(path, Map.of()))).isEqualTo("/id/zalo");
        ContactFixture.until(() -> inbox.unseen(person) == 1);
        assertThat(new Visitor(mvc, people.person()).submit(path, Map.of()).getStatus())
                .as("used")
                .isEqualTo(409);
        write("m3", "Tin của tôi");
        ContactFixture.until(() -> replies().size() == 3);
        assertThat(replies().getLast().path("message").path("text").asString()).contains("Bạn có 1 tin chưa mở");
        assertThat(data.gather(person.account(), new Texts(new StaticMessageSource(), Locale.of("vi"))))
                .as("the link, and three times that something was written")
                .hasSize(4);

        String chat = visitor.page("/id/zalo", 200).select("input[name=chat]").attr("value");
        assertThat(chat).doesNotContain(user);
        assertThat(new Visitor(mvc, people.person())
                        .submit("/id/zalo/removed", Map.of("chat", chat))
                        .getStatus())
                .as("another's")
                .isEqualTo(409);
        assertThat(Visitor.next(visitor.submit("/id/zalo/removed", Map.of("chat", chat))))
                .isEqualTo("/id/zalo");
        assertThat(states()).as("nothing of it is left").isEmpty();
        assertThat(outcomes()).isEmpty();
        write("m4", "tin của tôi");
        ContactFixture.until(() -> replies().size() == 4);
        assertThat(replies().getLast().path("message").path("text").asString()).contains("chưa nối với tài khoản nào");
        String late = linkSent("m5", 5);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
        assertThat(visitor.open(late).getStatus()).as("over").isEqualTo(404);
        visitor.submit(late, Map.of());
        assertThat(data.delete(person.account())).isZero();
    }

    @Test
    void whoever_has_a_chat_ends_a_link_to_somebody_elses_account_there_and_that_one_is_told() throws Exception {
        Actor stranger = people.person();
        write("m0", "Thôi liên kết");
        ContactFixture.until(() -> replies().size() == 1);
        assertThat(text()).contains("hiện không nối");
        new Visitor(mvc, stranger).submit(linkSent("m1", 2), Map.of());
        ContactFixture.until(() -> inbox.unseen(stranger) == 1);
        write("m2", "liên kết");
        ContactFixture.until(() -> replies().size() == 3);
        assertThat(text()).contains("hãy nhắn “thôi liên kết”");
        write("m3", "thôi-liên kết!");
        ContactFixture.until(() -> replies().size() == 4);
        assertThat(text()).contains("hiện không nối");
        ContactFixture.until(() -> inbox.unseen(stranger) == 2 && states().equals(List.of("ANSWERED")));
        assertThat(outcomes())
                .as("what was answered before is gone, as where the person ends the link")
                .hasSize(1);
        Actor owner = people.person();
        assertThat(Visitor.next(new Visitor(mvc, owner).submit(linkSent("m4", 5), Map.of())))
                .isEqualTo("/id/zalo");
        assertThat(data.delete(owner.account())).isEqualTo(1);
        assertThat(states()).isEmpty();
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void a_closed_account_says_nothing_in_its_chat_and_signs_between_words_do_not_matter() throws Exception {
        Actor person = people.person();
        new Visitor(mvc, person).submit(linkSent("m1", 1), Map.of());
        jdbc.sql("UPDATE identity.account SET disabled = true WHERE id = :id")
                .param("id", person.account())
                .update();
        write("m2", "tin của tôi");
        ContactFixture.until(() -> replies().size() == 2);
        assertThat(text()).contains("chưa nối với tài khoản nào");
        write("m3", "Tra-cứu: chợ Đồng Quang");
        ContactFixture.until(() -> replies().size() == 3);
        assertThat(text()).contains("“chợ Đồng Quang”");
    }

    @Test
    void what_was_written_long_ago_is_deleted_whether_it_was_answered_or_not() throws Exception {
        write("m1", "menu");
        ContactFixture.until(() -> states().equals(List.of("ANSWERED")));
        linkSent("m2", 2);
        ContactFixture.until(() -> states().equals(List.of("ANSWERED", "ANSWERED")));
        assertThat(store.insert(chat(), Ids.next(clock), "never handed over", "sealed", clock.instant()))
                .isTrue();
        assertThat(sweep.delete(clock.instant().minus(Duration.ofDays(30)), 1000))
                .isZero();
        assertThat(states()).hasSize(3);
        Instant later = clock.instant().plus(Duration.ofDays(1));
        assertThat(sweep.count(later, 1000)).isGreaterThanOrEqualTo(3);
        assertThat(sweep.delete(later, 1000)).isGreaterThanOrEqualTo(3);
        assertThat(states()).isEmpty();
        assertThat(outcomes()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM notify.zalo_link_offer WHERE chat = :chat")
                        .param("chat", chat())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String text() {
        return replies().getLast().path("message").path("text").asString();
    }

    @Test
    void zalo_is_asked_again_when_it_is_busy_and_not_when_its_answer_is_lost() throws Exception {
        zalo.sink().fail(ZaloSink.Fault.HTTP_503);
        write("m1", "menu");
        ContactFixture.until(() -> outcomes().equals(List.of("POSTPONED")));
        ContactFixture.until(() -> {
            clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
            return states().equals(List.of("ANSWERED"));
        });
        assertThat(outcomes()).containsExactly("POSTPONED", "ACCEPTED");
        zalo.sink().fail(ZaloSink.Fault.NO_JSON);
        write("m2", "menu");
        ContactFixture.until(() -> states().equals(List.of("ANSWERED", "FAILED")));
        zalo.sink().fail(ZaloSink.Fault.NO_ZALO);
        write("m3", "menu");
        ContactFixture.until(() -> states().equals(List.of("ANSWERED", "FAILED", "FAILED")));
    }

    @Test
    void what_is_too_late_or_too_much_is_not_answered() throws Exception {
        write("old", "menu", clock.instant().minus(Duration.ofHours(49)).toEpochMilli());
        zalo.sink().fail(ZaloSink.Fault.HTTP_503);
        write("m0", "menu", clock.instant().minus(Duration.ofHours(47)).toEpochMilli());
        ContactFixture.until(() -> outcomes().size() == 1);
        ContactFixture.until(() -> {
            clock.moveTo(clock.instant().plus(Duration.ofMinutes(70)));
            return states().equals(List.of("EXPIRED"));
        });
        int before = states().size();
        for (int i = 1; i <= 35; i++) write("n" + i, "x");
        ContactFixture.until(() -> states().size() == before + 30);
        assertThat(event("{\"event_name\":\"user_send_text\"", "mac=x").getStatus())
                .isEqualTo(404);
    }

    @Test
    void who_begins_to_follow_is_greeted() throws Exception {
        String at = Long.toString(clock.instant().toEpochMilli());
        String body = "{\"app_id\":\"4321\",\"event_name\":\"follow\",\"follower\":{\"id\":\"" + user
                + "\"},\"timestamp\":\"" + at + "\"}";
        assertThat(event(body, zalo.signature(body, at)).getStatus()).isEqualTo(200);
        ContactFixture.until(() -> replies().size() == 1);
        assertThat(replies().getFirst().path("message").path("text").asString()).startsWith("Chào bạn");
    }

    private String linkSent(String event, int replies) throws Exception {
        write(event, "liên kết");
        ContactFixture.until(() -> replies().size() == replies);
        return buttons(replies().getLast())
                .get(0)
                .path("payload")
                .path("url")
                .asString()
                .replaceFirst("^https?://[^/]*", "");
    }

    private void write(String event, String text) throws Exception {
        write(event, text, clock.instant().toEpochMilli());
    }

    private void write(String event, String text, long at) throws Exception {
        String body = JSON.writeValueAsString(Map.of(
                "app_id",
                "4321",
                "event_name",
                "user_send_text",
                "sender",
                Map.of("id", user),
                "message",
                Map.of("msg_id", user + event, "text", text),
                "timestamp",
                Long.toString(at)));
        assertThat(event(body, zalo.signature(body, Long.toString(at))).getStatus())
                .isEqualTo(200);
    }

    private org.springframework.mock.web.MockHttpServletResponse event(String body, String signature) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/v1/one-click/zalo")
                        .contentType("application/json")
                        .content(body)
                        .header("X-ZEvent-Signature", signature))
                .andReturn()
                .getResponse();
    }

    private List<JsonNode> replies() {
        return zalo.sink().repliesTo(user);
    }

    private static JsonNode buttons(JsonNode reply) {
        return reply.path("message").path("attachment").path("payload").path("buttons");
    }

    private String chat() {
        return seal.mark(user, Conversations.PURPOSE);
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM notify.conversation_turn WHERE chat = :chat ORDER BY id")
                .param("chat", chat())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> outcomes() {
        return jdbc.sql("SELECT outcome FROM notify.conversation_try WHERE chat = :chat ORDER BY turn, number")
                .param("chat", chat())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
