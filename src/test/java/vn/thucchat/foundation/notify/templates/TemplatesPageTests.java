package vn.thucchat.foundation.notify.templates;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.foundation.notify.email.MailFixture;
import vn.thucchat.foundation.notify.tariffs.Tariffs;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** Administrators change the words of notices; those to citizens hold when a second one has approved them. */
@ApplicationTest
@NullMarked
class TemplatesPageTests {

    private static final String DANGER = NoticeTemplates.PATH + "/test.danger.text/vi";
    private static final String DUTY = NoticeTemplates.PATH + "/test.duty.text/vi";

    @Autowired
    ContactFixture people;

    @Autowired
    MailFixture mail;

    @Autowired
    NoticeTemplates templates;

    @Autowired
    Inbox inbox;

    @Autowired
    List<PersonalDataSource> sources;

    @Autowired
    MessageSource messages;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Visitor first;
    private Visitor second;

    @BeforeEach
    void atNoon() {
        clock.moveTo(TestTime.today()
                .plusDays(1)
                .atTime(12, 0)
                .atZone(BusinessTime.VIETNAM)
                .toInstant());
        jdbc.sql("DELETE FROM notify.wording").update();
        first = new Visitor(mvc, administrator());
        second = new Visitor(mvc, administrator());
    }

    @Test
    void words_to_citizens_hold_when_another_administrator_approved_them() throws Exception {
        Actor citizen = people.person();
        UUID before = send(citizen, "test.danger", "test.danger.text", List.of("Sông Cầu"));
        assertThat(Visitor.next(first.submit(DANGER, words("Khẩn: nước {0} dâng cao, hãy lên chỗ cao"))))
                .isEqualTo(DANGER);
        assertThat(first.submit(DANGER, words("Lời khác {0}")).getStatus())
                .as("one at a time")
                .isEqualTo(422);
        assertThat(first.page(DANGER, 200).select("form[action$=/approve]"))
                .as("their own")
                .isEmpty();
        assertThat(first.submit(DANGER + "/1/approve", Map.of()).getStatus()).isEqualTo(409);
        assertThat(second.page(NoticeTemplates.PATH, 200).select("ul.doors").text())
                .contains("nước {0} dâng cao");
        assertThat(Visitor.next(second.submit(DANGER + "/1/approve", Map.of()))).isEqualTo(DANGER);
        assertThat(second.submit(DANGER + "/1/approve", Map.of()).getStatus())
                .as("again")
                .isEqualTo(409);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        UUID after = send(citizen, "test.danger", "test.danger.text", List.of("Sông Công"));
        String shown =
                new Visitor(mvc, citizen).page("/inbox", 200).select("tbody").text();
        assertThat(shown).as("as it was made").contains("Nước Sông Cầu lên nhanh");
        assertThat(shown).contains("Khẩn: nước Sông Công dâng cao, hãy lên chỗ cao");
        assertThat(before).isNotEqualTo(after);
        assertThat(first.page(DANGER, 200).select("tbody tr").getFirst().text())
                .contains("Đã duyệt", "Đang dùng", "Quyết định");
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = 'notify.template-approved'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void words_to_officials_hold_from_their_day_on_and_leave_by_mail() throws Exception {
        Actor person = people.person();
        String address = people.email();
        people.confirm(mvc, person, "EMAIL", address);
        assertThat(Visitor.next(first.submit(DUTY, words("Lịch trực: {0} ca, {1} buổi nghỉ"))))
                .isEqualTo(DUTY);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        int mails = mail.sink().to(address).size();
        jdbc.sql("""
                        INSERT INTO notify.preference (account, media, quiet_from, quiet_until, language, changed_at)
                        VALUES (:a, '{EMAIL}', 0, 0, 'vi', :now)""")
                .param("a", person.account())
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        send(person, "test.duty", "test.duty.text", List.of("4", "1"));
        ContactFixture.until(() -> mail.sink().to(address).size() == mails + 1);
        Object content =
                ContactFixture.parsed(mail.sink().to(address).getLast()).getContent();
        assertThat(((Multipart) content).getBodyPart(0).getContent())
                .asString()
                .contains("Lịch trực: 4 ca, 1 buổi nghỉ");
        String tomorrow = VietnameseDays.write(TestTime.today().plusDays(2));
        first.submit(DUTY, Map.of("text", "Mai: {0}, {1}", "from", tomorrow));
        assertThat(first.page(DUTY, 200).select("tbody tr").getFirst().text()).contains("Đã duyệt", "từ 00:00");
        assertThat(first.page(DUTY, 200).select("tbody tr").get(1).text()).contains("Đang dùng");
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        assertThat(first.page(DUTY, 200).select("tbody tr").getFirst().text()).contains("Đang dùng");
        assertThat(first.submit(DUTY + "/2/withdraw", Map.of()).getStatus())
                .as("it holds")
                .isEqualTo(409);
        String later = VietnameseDays.write(TestTime.today().plusDays(4));
        first.submit(DUTY, Map.of("text", "Kia: {0}, {1}", "from", later));
        assertThat(first.page(DUTY, 200).select("form[action$=/3/withdraw]")).hasSize(1);
        assertThat(Visitor.next(second.submit(DUTY + "/3/withdraw", Map.of()))).isEqualTo(DUTY);
        assertThat(first.page(DUTY, 200).select("tbody tr").getFirst().text()).contains("Đã rút");
        clock.moveTo(clock.instant().plus(Duration.ofDays(3)));
        assertThat(first.page(DUTY, 200).select("tbody tr").get(1).text()).contains("Đang dùng");
    }

    @Test
    void words_that_want_values_that_a_message_does_not_bear_are_left_aside_and_not_approved() throws Exception {
        first.submit(DANGER, words("Khẩn: {0}"));
        jdbc.sql("UPDATE notify.wording SET text = 'Khẩn: {0} {3}'").update();
        assertThat(second.submit(DANGER + "/1/approve", Map.of()).getStatus()).isEqualTo(409);
        jdbc.sql("UPDATE notify.wording SET text = 'Khẩn: {0}'").update();
        second.submit(DANGER + "/1/approve", Map.of());
        jdbc.sql("UPDATE notify.wording SET text = 'Khẩn: {0} {3}'").update();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        Actor citizen = people.person();
        send(citizen, "test.danger", "test.danger.text", List.of("Sông Cầu"));
        assertThat(new Visitor(mvc, citizen).page("/inbox", 200).select("tbody").text())
                .contains("Nước Sông Cầu lên nhanh");
    }

    @Test
    void english_words_for_many_do_not_speak_of_one_and_an_extract_has_the_approved_words() throws Exception {
        Actor person = people.person();
        String english = NoticeTemplates.PATH + "/work.digest/en";
        assertThat(Visitor.next(first.submit(english, words("{0} things wait for you"))))
                .isEqualTo(english);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        send(person, "work.chased", "work.digest", List.of("1", "0"));
        send(person, "work.chased", "work.digest", List.of("2", "0"));
        assertThat(new Visitor(mvc, person)
                        .page("/inbox?lang=en", 200)
                        .select("tbody th b")
                        .eachText())
                .containsExactly("2 things wait for you", "One thing is due soon or today");
        var t = new Texts(messages, Locale.ENGLISH);
        assertThat(sources.stream()
                        .filter(source -> source.purpose().equals("delivery.inbox"))
                        .flatMap(source -> source.gather(person.account(), t).stream())
                        .map(each -> each.toString()))
                .hasSize(2)
                .anySatisfy(each -> assertThat(each).contains("2 things wait for you"));
    }

    @Test
    void each_text_has_a_sample_for_each_of_its_variables() {
        for (NoticeTemplates.Template template : templates.all())
            for (String language : List.of("vi", "en")) {
                String key = template.text().key();
                List<String> samples = template.text().samples();
                String original = templates.original(key, language);
                assertThat(Placeholders.fits(original, samples)).as(key).isTrue();
            }
    }

    @ParameterizedTest
    @CsvSource({
        "Không có chỗ trống, giữ đủ các chỗ trống",
        "'{0} và {1}', giữ đủ các chỗ trống",
        "'{0,choice,0#một}', Dấu ngoặc nhọn",
        "'', từ 1 đến 400",
        "'Lũ {0}: xem WWW.lu.example', không chứa đường dẫn",
        "'Lũ {0}: xem http://lu.example', không chứa đường dẫn",
    })
    void what_would_not_read_is_refused(String text, String fault) throws Exception {
        for (String act : List.of("preview", "propose")) {
            MockHttpServletResponse answer = first.submit(DANGER, Map.of("text", text, "from", day(), "act", act));
            assertThat(answer.getStatus()).as(act).isEqualTo(422);
            assertThat(Visitor.parsed(answer).select(".fault").text()).contains(fault);
        }
    }

    @Test
    void a_preview_shows_each_channel_with_the_parts_and_the_cost_of_a_text_message() throws Exception {
        jdbc.sql("DELETE FROM notify.tariff").update();
        var typed = Map.of("text", "Lũ {0} " + "rất lớn ".repeat(30).strip(), "from", day(), "act", "preview");
        assertThat(Visitor.parsed(first.submit(DANGER, typed)).select("dl").text())
                .contains("Lũ Sông Cầu", "Cảnh báo thử", "chưa có giá");
        assertThat(Visitor.next(first.submit(
                        Tariffs.PATH,
                        Map.of("medium", "SMS", "price", "790", "validFrom", day(), "document", "Hợp đồng 1/HĐ"))))
                .isEqualTo(Tariffs.PATH);
        assertThat(first.page(Tariffs.PATH, 200).select("tbody").text()).contains("790 đ", "Hợp đồng 1/HĐ");
        assertThat(first.submit(Tariffs.PATH, Map.of("medium", "SMS", "price", "x", "validFrom", day()))
                        .getStatus())
                .isEqualTo(422);
        assertThat(Visitor.parsed(first.submit(DANGER, typed)).select("dl").text())
                .contains("2 phần · 1.580 đ");
        assertThat(jdbc.sql("SELECT count(*) FROM notify.wording")
                        .query(Integer.class)
                        .single())
                .as("a look changes nothing")
                .isZero();
    }

    @Test
    void who_may_not_changes_nothing() throws Exception {
        var synthetic = new Visitor(mvc, Persons.synthetic(Roles.ADMINISTRATOR, "19"));
        assertThat(synthetic.submit(DANGER, words("Bịa {0}")).getStatus()).isEqualTo(403);
        assertThat(synthetic
                        .submit(
                                Tariffs.PATH,
                                Map.of("medium", "SMS", "price", "1", "validFrom", day(), "document", "Bịa đặt"))
                        .getStatus())
                .isEqualTo(403);
        var elsewhere = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "05443"));
        for (String path : List.of(NoticeTemplates.PATH, DANGER, Tariffs.PATH))
            assertThat(elsewhere.open(path).getStatus()).as(path).isEqualTo(403);
        assertThat(first.open(NoticeTemplates.PATH + "/layout.skip/vi").getStatus())
                .as("no notice")
                .isEqualTo(404);
        assertThat(first.submit(DANGER, words("Thử {0}")).getStatus()).isEqualTo(303);
        assertThat(first.submit(DANGER + "/1/reject", Map.of()).getStatus())
                .as("taken back")
                .isEqualTo(303);
        assertThat(first.submit(DANGER + "/1/burn", Map.of()).getStatus()).isEqualTo(404);
    }

    private UUID send(Actor to, String kind, String key, List<String> arguments) {
        int before = inbox.unseen(to);
        UUID id = java.util.Objects.requireNonNull(
                transactions.execute(_ -> inbox.send(to.account(), kind, key, arguments, "/inbox", null)));
        ContactFixture.until(() -> inbox.unseen(to) == before + 1);
        return id;
    }

    private static Actor administrator() {
        return new Actor(
                UUID.randomUUID(), "quan.tri", "Quản Trị", false, List.of(new Actor.Grant(Roles.ADMINISTRATOR, "19")));
    }

    private Map<String, String> words(String text) {
        return Map.of("text", text, "from", day());
    }

    private String day() {
        return VietnameseDays.write(BusinessTime.day(clock.instant()));
    }
}
