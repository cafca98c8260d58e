package vn.thucchat.foundation.notify.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.notify.contacts.ContactFixture.until;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.DeliveryChannel;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.channels.DeliveryReceipt;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.foundation.notify.email.MailFixture;
import vn.thucchat.foundation.notify.email.SmtpSink;
import vn.thucchat.foundation.notify.email.SmtpSink.Fault;
import vn.thucchat.foundation.notify.sms.SmsHttpSink;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** A message of the inbox leaves the platform once, whatever the channels break, and the person can see how. */
@ApplicationTest
@NullMarked
class NoticeTests {

    private static final String SUBJECT = "Thực Chất: Nhắc việc đến hạn, quá hạn";

    @Autowired
    ContactFixture people;

    @Autowired
    MailFixture mail;

    @Autowired
    Inbox inbox;

    @Autowired
    Accounts accounts;

    @Autowired
    ChannelWatch watch;

    @Autowired
    NoticeWording wording;

    @Autowired
    NoticeReceipts receipts;

    @Autowired
    NoticeCourse course;

    @Autowired
    NoticeStore notices;

    @Autowired
    List<DeliveryChannel> channels;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Actor person;
    private String address;

    @BeforeEach
    void atNoonWithAnAddress() throws Exception {
        clock.moveTo(noon());
        person = people.person();
        address = people.email();
        people.confirm(mvc, person, "EMAIL", address);
    }

    @Test
    void a_message_of_a_declared_kind_goes_out_once_and_shows_its_try() throws Exception {
        UUID id = send("work.chased");
        until(() -> mails().size() == 1);
        SmtpSink.Mail sent = mails().getFirst();
        assertThat(sent.header("Message-ID")).isEqualTo("<" + id + "@thainguyen.example>");
        assertThat(sent.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        until(() -> state(id).equals("SENT"));
        Document list = visitor().page("/inbox", 200);
        assertThat(list.select("a[href=/notices/" + id + "]").text()).isEqualTo("Đã gửi qua e-mail");
        Document page = visitor().page("/notices/" + id, 200);
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody tr").text()).contains("e-mail · 1", "Máy chủ đã nhận", "250 2.0.0 queued");
        assertThat(new Visitor(mvc, people.person()).open("/notices/" + id).getStatus())
                .as("another's")
                .isEqualTo(404);
        // handed over again after its record, as a process does that died in between
        handOver(id, "EMAIL");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void what_is_of_no_declared_kind_and_who_has_no_address_stays_in_the_inbox() {
        UUID other = send("work.due");
        Actor without = people.person();
        UUID unreached = sendTo(without, "work.chased");
        until(() -> inbox.unseen(without) == 1
                && inbox.find(person.account(), other).isPresent());
        assertThat(jdbc.sql("SELECT count(*) FROM notify.notice WHERE id IN (:ids)")
                        .param("ids", List.of(other, unreached))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_act_that_was_undone_tells_nobody() {
        transactions.executeWithoutResult(status -> {
            inbox.send(person.account(), "work.chased", "work.digest", List.of("1", "0"), "/work", null);
            status.setRollbackOnly();
        });
        UUID after = send("work.chased");
        until(() -> state(after).equals("SENT"));
        assertThat(mails()).hasSize(1);
    }

    @Test
    void a_server_that_is_busy_is_asked_again_and_a_lost_answer_bears_the_same_id() throws Exception {
        mail.sink().fail(address, Fault.RECIPIENT_450, Fault.DROP_BEFORE_ANSWER);
        UUID id = send("work.chased");
        until(() -> outcomes(id).equals(List.of("POSTPONED")));
        later(Duration.ofMinutes(1));
        until(() -> outcomes(id).equals(List.of("POSTPONED", "UNKNOWN")));
        until(() -> {
            later(Duration.ofMinutes(1));
            return state(id).equals("SENT");
        });
        assertThat(outcomes(id)).containsExactly("POSTPONED", "UNKNOWN", "ACCEPTED");
        assertThat(mails()).as("the double that nobody can rule out").hasSize(2);
        assertThat(mails().stream().map(each -> each.header("Message-ID")).distinct())
                .hasSize(1);
        assertThat(visitor().page("/notices/" + id, 200).select("tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Chưa nhận, sẽ thử lại", "450 4.2.1"),
                        second -> assertThat(second).contains("Không rõ đã nhận chưa"),
                        third -> assertThat(third).contains("Máy chủ đã nhận"));
    }

    @Test
    void what_one_channel_does_not_take_goes_by_the_next_with_tries_of_its_own() throws Exception {
        String number = number();
        mail.sink().fail(address, Fault.RECIPIENT_451, Fault.RECIPIENT_421, Fault.DATA_452, Fault.RECIPIENT_450);
        mail.gateway().fail("84" + number.substring(1), SmsHttpSink.Fault.CODE_99);
        UUID id = send("work.chased");
        for (int tries = 1; tries < 4; tries++) {
            int made = tries;
            until(() -> outcomes(id).size() == made);
            later(Duration.ofMinutes(40));
        }
        until(() -> {
            later(Duration.ofMinutes(1));
            return state(id).equals("SENT");
        });
        // three or four by e-mail, as the wait between them fell out, and two by text
        assertThat(outcomes(id)).hasSizeBetween(5, 6).endsWith("POSTPONED", "ACCEPTED");
        assertThat(outcomes(id).stream().filter("POSTPONED"::equals)).hasSizeBetween(4, 5);
        assertThat(textsOf(number, id)).isEqualTo(1);
        assertThat(mails()).isEmpty();
        assertThat(visitor()
                        .page("/inbox", 200)
                        .select("a[href=/notices/" + id + "]")
                        .text())
                .isEqualTo("Đã gửi qua tin nhắn SMS");
    }

    @Test
    void an_address_that_reaches_nobody_is_marked_and_the_next_channel_has_its_turn_at_once() throws Exception {
        String number = number();
        mail.sink().fail(address, Fault.RECIPIENT_550);
        UUID id = send("work.chased");
        until(() -> state(id).equals("SENT"));
        assertThat(outcomes(id)).containsExactly("BROKEN", "ACCEPTED");
        assertThat(textsOf(number, id)).isEqualTo(1);
        assertThat(visitor().page("/id/contacts", 200).select("tbody .bad").text())
                .contains("máy chủ nhận nói không có địa chỉ này");
    }

    @Test
    void when_an_address_is_broken_the_persons_other_one_of_the_same_kind_comes_before_another_channel()
            throws Exception {
        String number = number();
        String newer = people.email();
        people.confirm(mvc, person, "EMAIL", newer);
        mail.sink().fail(newer, Fault.RECIPIENT_550);
        UUID id = send("work.chased");
        until(() -> state(id).equals("SENT"));
        assertThat(outcomes(id)).containsExactly("BROKEN", "ACCEPTED");
        assertThat(mails()).as("at the older address").hasSize(1);
        assertThat(textsOf(number, id)).isZero();
    }

    @Test
    void of_a_new_address_the_longest_confirmed_one_is_told_and_not_the_new_one() throws Exception {
        String newer = people.email();
        people.confirm(mvc, person, "EMAIL", newer);
        assertThat(mail.sink().to(newer)).as("its code").hasSize(1);
        assertThat(mail.sink().to(address).stream().map(ContactFixture::subject))
                .filteredOn("Thực Chất: Địa chỉ mới trong tài khoản"::equals)
                .as("of itself and of the newer one")
                .hasSize(2);
    }

    @Test
    void a_receipt_is_noted_once_and_what_did_not_reach_the_telephone_goes_on() throws Exception {
        String number = number();
        visitor()
                .submit(
                        "/id/contacts/preferences",
                        Map.of(
                                "first",
                                "SMS",
                                "quietFrom",
                                "0",
                                "quietUntil",
                                "0",
                                "language",
                                "vi",
                                "wanted",
                                "work.chased"));
        UUID arrived = send("work.chased");
        until(() -> state(arrived).equals("SENT"));
        receipt(number, arrived, "0");
        receipt(number, arrived, "0");
        assertThat(outcomes(arrived)).containsExactly("ACCEPTED", "DELIVERED");
        UUID lost = send("work.chased");
        until(() -> state(lost).equals("SENT"));
        assertThat(mails()).isEmpty();
        receipt(number, lost, "1");
        receipt(number, lost, "1");
        until(() -> outcomes(lost).size() == 3);
        assertThat(outcomes(lost)).containsExactly("ACCEPTED", "UNDELIVERED", "ACCEPTED");
        assertThat(mails()).as("by e-mail instead").hasSize(1);
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .open("/api/v1/one-click/sms/AAAA?SMSID=sms-1&SendStatus=5")
                        .getStatus())
                .as("not the gateway")
                .isEqualTo(404);
    }

    @Test
    void a_receipt_that_comes_before_the_note_of_the_try_is_not_lost() {
        UUID id = UUID.randomUUID();
        receipts.received(new DeliveryReceipt(Medium.SMS, "som-" + id, true, ""));
        var notice = new Notice(
                person.account(),
                id,
                "work.chased",
                Notice.State.SENT,
                Medium.SMS,
                clock.instant(),
                clock.instant(),
                null);
        transactions.executeWithoutResult(_ -> {
            notices.insert(notice);
            receipts.accepted(notice, "som-" + id);
        });
        assertThat(outcomes(id)).containsExactly("ACCEPTED", "DELIVERED");
    }

    private void receipt(String number, UUID id, String failed) throws Exception {
        String callback = mail.texts("+84" + number.substring(1)).getLast().callback();
        String path = callback.replaceAll("^https?://[^/]*", "");
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .open(path + "?SMSID=sms-" + id + "&SendStatus=5&SendFailed=" + failed
                                + "&phonenumber=0901888484")
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void who_is_not_reached_by_any_channel_is_on_the_list_of_administrators_without_the_words() throws Exception {
        mail.sink().fail(address, Fault.DATA_554);
        UUID id = send("work.chased");
        until(() -> state(id).equals("UNREACHED"));
        var administrator = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "19"));
        Document list = administrator.page("/admin/notices", 200);
        assertThat(list.select("a[href=/admin/notices/" + id + "]")).hasSize(1);
        Document page = administrator.page("/admin/notices/" + id, 200);
        assertThat(page.select("main").text())
                .contains(person.username(), "Bị từ chối", "554 5.6.0")
                .doesNotContain("việc cần làm")
                .doesNotContain(address);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM identity.access_log WHERE object = :o AND action = 'notify.notice-viewed'")
                        .param("o", "/admin/notices/" + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var elsewhere = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "05443"));
        assertThat(elsewhere.open("/admin/notices").getStatus()).isEqualTo(403);
        assertThat(elsewhere.open("/admin/notices/" + id).getStatus()).isEqualTo(403);
        assertThat(administrator.open("/admin/notices/" + UUID.randomUUID()).getStatus())
                .isEqualTo(404);
    }

    @Test
    void what_was_opened_in_the_meantime_is_not_sent() throws Exception {
        mail.sink().fail(address, Fault.RECIPIENT_450);
        UUID id = send("work.chased");
        until(() -> outcomes(id).size() == 1);
        visitor().submit("/inbox/" + id + "/opened", Map.of());
        later(Duration.ofMinutes(1));
        until(() -> state(id).equals("OPENED"));
        assertThat(outcomes(id)).containsExactly("POSTPONED", "OPENED");
        assertThat(mails()).isEmpty();
    }

    @Test
    void what_is_no_longer_worth_sending_is_not_sent() {
        mail.sink().fail(address, Fault.RECIPIENT_450);
        UUID id = send("work.chased");
        until(() -> outcomes(id).size() == 1);
        later(Duration.ofHours(24));
        until(() -> state(id).equals("EXPIRED"));
        assertThat(outcomes(id)).containsExactly("POSTPONED", "EXPIRED");
        assertThat(mails()).isEmpty();
    }

    @Test
    void what_was_opened_before_it_was_too_late_ends_as_opened() throws Exception {
        mail.sink().fail(address, Fault.RECIPIENT_450);
        UUID id = send("work.chased");
        until(() -> outcomes(id).size() == 1);
        visitor().submit("/inbox/" + id + "/opened", Map.of());
        later(Duration.ofHours(24));
        until(() -> state(id).equals("OPENED"));
        assertThat(outcomes(id)).containsExactly("POSTPONED", "OPENED");
    }

    @Test
    void quiet_hours_hold_everything_but_danger_to_life() throws Exception {
        clock.moveTo(noon().plus(Duration.ofHours(11)));
        UUID id = send("work.chased");
        UUID danger = send("test.danger");
        until(() -> state(danger).equals("SENT"));
        LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
        assertThat(state(id)).isEqualTo("PLANNED");
        assertThat(visitor().page("/notices/" + id, 200).select(".empty").text())
                .contains("giờ yên tĩnh");
        clock.moveTo(noon().plus(Duration.ofHours(17)).plus(Duration.ofMinutes(59)));
        LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
        assertThat(state(id)).as("05:59").isEqualTo("PLANNED");
        clock.moveTo(noon().plus(Duration.ofHours(18)).plus(Duration.ofSeconds(1)));
        until(() -> state(id).equals("SENT"));
        assertThat(outcomes(id)).as("waiting was no try").containsExactly("ACCEPTED");
    }

    @Test
    void a_further_try_that_falls_into_quiet_hours_waits_for_their_end() {
        clock.moveTo(noon().plus(Duration.ofHours(9)).plus(Duration.ofMinutes(59)));
        mail.sink().fail(address, Fault.RECIPIENT_450, Fault.RECIPIENT_450);
        UUID id = send("work.chased");
        until(() -> outcomes(id).size() == 1);
        clock.moveTo(noon().plus(Duration.ofHours(11)));
        LockSupport.parkNanos(Duration.ofMillis(2500).toNanos());
        assertThat(outcomes(id)).hasSize(1);
        clock.moveTo(noon().plus(Duration.ofHours(18)).plus(Duration.ofSeconds(1)));
        until(() -> outcomes(id).size() == 2);
    }

    @Test
    void a_kind_is_declined_by_one_click_of_a_mail_program_and_by_no_look_at_its_page() throws Exception {
        send("work.chased");
        until(() -> mails().size() == 1);
        String link = mails().getFirst().header("List-Unsubscribe").replaceAll("^<https?://[^/]*|>$", "");
        var stranger = new Visitor(mvc, Actor.STRANGER);
        String page = Visitor.next(stranger.open(link));
        assertThat(stranger.page(page, 200).select("main form").attr("action")).isEqualTo(page);
        assertThat(stranger.open(page.substring(0, page.length() - 2)).getStatus())
                .as("forged")
                .isEqualTo(404);
        UUID second = send("work.chased");
        until(() -> state(second).equals("SENT"));

        assertThat(oneClick(link.substring(0, link.length() - 2) + "xx").getStatus())
                .isEqualTo(404);
        assertThat(oneClick(link).getStatus()).isEqualTo(204);
        assertThat(oneClick(link).getStatus()).as("again").isEqualTo(204);
        send("work.chased");
        UUID still = send("test.danger");
        until(() -> state(still).equals("SENT"));
        assertThat(mails()).as("what cannot be declined comes").hasSize(2);
        assertThat(visitor()
                        .page("/id/contacts", 200)
                        .select("input[value=work.chased]")
                        .hasAttr("checked"))
                .isFalse();
    }

    @Test
    void a_person_declines_on_the_page_of_the_link_without_signing_in() throws Exception {
        mail.sink().fail(address, Fault.RECIPIENT_450);
        UUID id = send("work.chased");
        until(() -> outcomes(id).size() == 1);
        String token = wording.token(
                person.account(),
                List.of(new NoticeKind(
                        "work.chased",
                        NoticeKind.Importance.ORDINARY,
                        Duration.ofDays(1),
                        true,
                        NoticeKind.Audience.STAFF)));
        MockHttpServletResponse done = new Visitor(mvc, Actor.STRANGER).submit("/notices/declined/" + token, Map.of());
        assertThat(Visitor.parsed(done).select(".notice").text()).contains("Từ nay bạn không được báo");
        later(Duration.ofMinutes(1));
        until(() -> state(id).equals("UNREACHED"));
        assertThat(outcomes(id)).as("agreed to no more when its turn came").containsExactly("POSTPONED", "NO_ADDRESS");
    }

    @Test
    void order_and_language_are_the_persons_own() throws Exception {
        String number = number();
        visitor()
                .submit(
                        "/id/contacts/preferences",
                        Map.of(
                                "first",
                                "SMS",
                                "quietFrom",
                                "0",
                                "quietUntil",
                                "0",
                                "language",
                                "en",
                                "wanted",
                                "work.chased"));
        UUID id = send("work.chased");
        until(() -> state(id).equals("SENT"));
        assertThat(mail.texts("+84" + number.substring(1)))
                .filteredOn(text -> text.id().equals(id.toString()))
                .singleElement()
                .satisfies(text -> assertThat(text.content()).contains("3 ").endsWith("/work"));
    }

    @Test
    void an_account_that_was_closed_is_told_nothing() {
        jdbc.sql("UPDATE identity.account SET disabled = true WHERE id = :id")
                .param("id", person.account())
                .update();
        UUID id = send("work.chased");
        until(() -> inbox.find(person.account(), id).isPresent());
        assertThat(jdbc.sql("SELECT count(*) FROM notify.notice WHERE id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void administrators_are_told_once_a_day_of_a_channel_that_fails() throws Exception {
        Actor administrator = people.person();
        accounts.grant(administrator.account(), Roles.ADMINISTRATOR, "19");
        clock.moveTo(noon().plus(Duration.ofDays(30)));
        jdbc.sql("DELETE FROM notify.channel_warning").update();
        mail.sink().fail(address, Fault.DATA_452);
        UUID id = send("work.chased");
        until(() -> outcomes(id).size() == 1);
        watch.look();
        watch.look();
        until(() -> inbox.unseen(administrator) >= 1);
        clock.moveTo(noon().plus(Duration.ofDays(31)).minus(Duration.ofMinutes(1)));
        watch.look();
        until(() -> inbox.unseen(administrator) == 2);
        assertThat(inbox.of(administrator, Cursor.START).items()).hasSize(2).allSatisfy(message -> {
            assertThat(message.kind()).isEqualTo(ChannelWatch.FAILING);
            assertThat(message.link()).isEqualTo("/admin/notices");
        });
    }

    private String number() throws Exception {
        String number = people.phone();
        people.confirm(mvc, person, "PHONE", number);
        return number;
    }

    private long textsOf(String number, UUID id) {
        return mail.texts("+84" + number.substring(1)).stream()
                .filter(text -> text.id().equals(id.toString()))
                .count();
    }

    private List<SmtpSink.Mail> mails() {
        return mail.sink().to(address).stream()
                .filter(each -> ContactFixture.subject(each).equals(SUBJECT))
                .toList();
    }

    private UUID send(String kind) {
        return sendTo(person, kind);
    }

    private UUID sendTo(Actor to, String kind) {
        return Objects.requireNonNull(transactions.execute(
                _ -> inbox.send(to.account(), kind, "work.digest", List.of("3", "0"), "/work", null)));
    }

    private void handOver(UUID id, String medium) {
        DeliveryChannel channel = channels.stream()
                .filter(each -> each.name().equals(NoticeChannel.NAME))
                .findFirst()
                .orElseThrow();
        assertThat(channel.deliver(new OutboxMessage(
                        person.account().toString(),
                        UUID.randomUUID(),
                        NoticeChannel.NAME,
                        "{\"notice\":\"%s\",\"medium\":\"%s\"}".formatted(id, medium),
                        clock.instant())))
                .isInstanceOf(DeliveryChannel.Attempt.Delivered.class);
    }

    private MockHttpServletResponse oneClick(String link) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(link).param("List-Unsubscribe", "One-Click"))
                .andReturn()
                .getResponse();
    }

    private void later(Duration by) {
        clock.moveTo(clock.instant().plus(by));
    }

    private String state(UUID id) {
        return jdbc.sql("SELECT state FROM notify.notice WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private List<String> outcomes(UUID id) {
        return jdbc.sql("SELECT outcome FROM notify.attempt WHERE notice = :id ORDER BY at, medium, number")
                .param("id", id)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Visitor visitor() {
        return new Visitor(mvc, person);
    }

    private static Instant noon() {
        return TestTime.today()
                .plusDays(1)
                .atTime(12, 0)
                .atZone(BusinessTime.VIETNAM)
                .toInstant();
    }
}
