package vn.thucchat.foundation.notify.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.notify.contacts.ContactFixture.until;

import jakarta.mail.Multipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.channels.DeliveryReceipt;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.foundation.notify.email.MailFixture;
import vn.thucchat.foundation.notify.email.SmtpSink;
import vn.thucchat.foundation.notify.email.SmtpSink.Fault;
import vn.thucchat.foundation.notify.sms.SmsHttpSink;
import vn.thucchat.foundation.notify.zalo.ZaloFixture;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** Who wants it gets what is not urgent once a day, in one message; what has a deadline before comes at once. */
@ApplicationTest
@NullMarked
class DigestTests {

    @Autowired
    ContactFixture people;

    @Autowired
    MailFixture mail;

    @Autowired
    ZaloFixture zalo;

    @Autowired
    Seal seal;

    @Autowired
    Inbox inbox;

    @Autowired
    NoticeReceipts receipts;

    @Autowired
    NoticeStore notices;

    @Autowired
    DigestStore digests;

    @Autowired
    DigestChannel channel;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Actor person = Actor.STRANGER;
    private String address = "";
    private int before;

    @BeforeEach
    void atNoonWithADigestAtSix() throws Exception {
        clock.moveTo(at(12));
        person = people.person();
        address = people.email();
        people.confirm(mvc, person, "EMAIL", address);
        prefer("EMAIL", "0", "0");
        assertThat(visitor()
                        .page("/id/contacts", 200)
                        .select("#digestHour option[selected]")
                        .text())
                .isEqualTo("Gộp một lần lúc 18:00");
        before = mail.sink().to(address).size();
    }

    @Test
    void what_is_not_urgent_comes_in_one_message_at_the_hour_and_once() throws Exception {
        UUID first = send("test.duty", "4");
        UUID second = send("test.duty", "5");
        UUID opened = send("test.duty", "6");
        UUID soon = send("test.soon", "7");
        UUID urgent = send("work.chased", "8");
        until(() -> state(soon).equals("SENT") && state(urgent).equals("SENT"));
        assertThat(mails()).as("at once").hasSize(2);
        inbox.open(person, opened);
        clock.moveTo(at(18).plusSeconds(1));
        until(() -> state(second).equals("SENT"));
        assertThat(state(first)).isEqualTo("SENT");
        assertThat(state(opened)).isEqualTo("OPENED");
        assertThat(mails()).hasSize(3);
        SmtpSink.Mail digest = mails().getLast();
        assertThat(ContactFixture.subject(digest)).isEqualTo("Thực Chất: 2 tin");
        assertThat(((Multipart) ContactFixture.parsed(digest).getContent())
                        .getBodyPart(0)
                        .getContent())
                .asString()
                .contains("Trực 4 ca", "Trực 5 ca")
                .doesNotContain("Trực 6 ca");
        assertThat(visitor().page("/notices/" + first, 200).select("tbody tr").text())
                .contains("e-mail · 1", "Máy chủ đã nhận");
        // handed over again after its record, as a process does that died in between
        channel.deliver(new OutboxMessage(
                person.account().toString(),
                UUID.randomUUID(),
                DigestChannel.NAME,
                NoticeChannel.payload(digest(), Medium.EMAIL),
                clock.instant()));
        assertThat(mails()).hasSize(3);
        UUID next = send("test.duty", "9");
        clock.moveTo(at(18).plus(Duration.ofDays(1)).plusSeconds(1));
        until(() -> state(next).equals("SENT"));
        assertThat(mails()).hasSize(4);
    }

    @Test
    void a_lost_answer_bears_the_same_id_and_what_mail_does_not_take_goes_on_by_itself() throws Exception {
        mail.sink().fail(address, Fault.DROP_BEFORE_ANSWER);
        UUID first = send("test.duty", "1");
        UUID second = send("test.duty", "2");
        clock.moveTo(at(18).plusSeconds(1));
        until(() -> {
            clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
            return state(first).equals("SENT");
        });
        assertThat(mails()).as("sent once more").hasSizeGreaterThanOrEqualTo(2);
        assertThat(mails().stream().map(each -> each.header("Message-ID")).distinct())
                .hasSize(1);
        assertThat(state(second)).isEqualTo("SENT");
        String number = people.phone();
        people.confirm(mvc, person, "PHONE", number);
        mail.sink().fail(address, Fault.RECIPIENT_550);
        UUID third = send("test.duty", "3");
        clock.moveTo(at(18).plus(Duration.ofDays(2)));
        until(() -> state(third).equals("SENT"));
        assertThat(mail.texts("+84" + number.substring(1)).getLast().content()).contains("Thuc Chat: 1 tin");
    }

    @Test
    void each_medium_has_a_digest_of_its_own_and_a_text_message_says_only_how_many_there_are() throws Exception {
        String number = people.phone();
        people.confirm(mvc, person, "PHONE", number);
        int texts = texts(number).size();
        before = mail.sink().to(address).size();
        UUID mailed = send("test.duty", "4");
        prefer("SMS", "0", "0");
        List<UUID> texted = List.of(send("test.duty", "5"), send("test.duty", "6"));
        assertThat(state(mailed)).isEqualTo("PLANNED");
        clock.moveTo(at(18).plusSeconds(1));
        until(() -> state(mailed).equals("SENT") && state(texted.getLast()).equals("SENT"));
        assertThat(mails()).hasSize(1);
        assertThat(texts(number)).hasSize(texts + 1);
        assertThat(texts(number).getLast())
                .contains("Thuc Chat: 2 tin", "/inbox")
                .doesNotContain("Truc");
        for (String part : reference(texted.getFirst()).split(" ", -1))
            receipts.received(new DeliveryReceipt(Medium.SMS, part, true, ""));
        for (UUID id : texted) assertThat(outcomes(id)).containsExactly("ACCEPTED", "DELIVERED");
    }

    @Test
    void what_a_channel_without_a_template_for_digests_carries_leaves_by_itself() throws Exception {
        String number = people.phone();
        people.confirm(mvc, person, "PHONE", number);
        zalo.connect(jdbc, seal);
        prefer("ZALO", "0", "0");
        template("test.duty");
        try {
            UUID at = send("test.duty", "4");
            until(() -> state(at).equals("SENT"));
            assertThat(outcomes(at)).containsExactly("ACCEPTED");
            template(NoticeDigest.KIND);
            UUID gathered = send("test.duty", "5");
            assertThat(state(gathered)).isEqualTo("PLANNED");
            jdbc.sql("DELETE FROM notify.zalo_template WHERE kind = :kind")
                    .param("kind", NoticeDigest.KIND)
                    .update();
            clock.moveTo(at(18).plusSeconds(1));
            until(() -> state(gathered).equals("SENT"));
            assertThat(outcomes(gathered)).as("by Zalo still").containsExactly("ACCEPTED");
        } finally {
            jdbc.sql("DELETE FROM notify.zalo_template").update();
        }
    }

    @Test
    void a_digest_waits_for_the_end_of_the_quiet_hours_and_what_is_late_then_comes_at_once() throws Exception {
        prefer("EMAIL", "17", "20");
        clock.moveTo(at(16).plus(Duration.ofMinutes(30)));
        UUID soon = send("test.soon", "1");
        until(() -> state(soon).equals("SENT"));
        UUID later = send("test.duty", "2");
        clock.moveTo(at(19));
        UUID urgent = send("test.danger", "3");
        until(() -> state(urgent).equals("SENT"));
        assertThat(state(later)).isEqualTo("PLANNED");
        clock.moveTo(at(20).plusSeconds(1));
        until(() -> state(later).equals("SENT"));
    }

    @Test
    void a_broken_address_is_not_used_again_and_the_next_one_gets_what_was_in_the_digest() throws Exception {
        String other = people.email();
        people.confirm(mvc, person, "EMAIL", other);
        int there = mail.sink().to(other).size();
        before = mail.sink().to(address).size();
        mail.sink().fail(other, Fault.RECIPIENT_550);
        List<UUID> both = List.of(send("test.duty", "4"), send("test.duty", "5"));
        clock.moveTo(at(18).plusSeconds(1));
        until(() ->
                state(both.getFirst()).equals("SENT") && state(both.getLast()).equals("SENT"));
        assertThat(outcomes(both.getFirst())).containsExactly("BROKEN", "ACCEPTED");
        assertThat(mail.sink().to(other)).hasSize(there);
        assertThat(mails()).as("still one message").hasSize(1);
    }

    @Test
    void what_one_channel_refuses_goes_on_in_one_message_by_the_next() throws Exception {
        String number = people.phone();
        people.confirm(mvc, person, "PHONE", number);
        int before = texts(number).size();
        mail.sink().fail(address, Fault.RECIPIENT_550);
        List<UUID> all = List.of(send("test.duty", "4"), send("test.duty", "5"), send("test.duty", "6"));
        clock.moveTo(at(18).plusSeconds(1));
        until(() -> all.stream().allMatch(id -> state(id).equals("SENT")));
        for (UUID id : all) assertThat(outcomes(id)).containsExactly("BROKEN", "ACCEPTED");
        assertThat(texts(number)).hasSize(before + 1);
        assertThat(texts(number).getLast()).contains("Thuc Chat: 3 tin");
    }

    @Test
    void a_message_that_did_not_arrive_goes_on_as_one_by_the_next_channel() throws Exception {
        String number = people.phone();
        people.confirm(mvc, person, "PHONE", number);
        before = mail.sink().to(address).size();
        prefer("SMS", "0", "0");
        List<UUID> both = List.of(send("test.duty", "4"), send("test.duty", "5"));
        clock.moveTo(at(18).plusSeconds(1));
        until(() -> both.stream().allMatch(id -> state(id).equals("SENT")));
        receipts.received(
                new DeliveryReceipt(Medium.SMS, reference(both.getFirst()).split(" ", -1)[0], false, "UNDELIV"));
        until(() -> both.stream().allMatch(id -> outcomes(id).equals(List.of("ACCEPTED", "UNDELIVERED", "ACCEPTED"))));
        assertThat(mails()).hasSize(1);
        assertThat(ContactFixture.subject(mails().getFirst())).isEqualTo("Thực Chất: 2 tin");
    }

    @Test
    void a_digest_that_was_tried_takes_nothing_more() {
        mail.sink().fail(address, Fault.DROP_BEFORE_ANSWER);
        UUID first = send("test.duty", "1");
        clock.moveTo(at(18).plusSeconds(1));
        until(() -> outcomes(first).equals(List.of("UNKNOWN")));
        // as who planned it a moment before the hour does
        var late = notices.find(person.account(), first).orElseThrow();
        boolean gathered = Objects.requireNonNull(transactions.execute(_ -> digests.gather(late, at(18))));
        assertThat(gathered).isFalse();
    }

    private void prefer(String first, String quietFrom, String quietUntil) throws Exception {
        var wishes = Map.of(
                "first", first, "quietFrom", quietFrom, "quietUntil", quietUntil, "language", "vi", "digestHour", "18");
        assertThat(Visitor.next(visitor().submit("/id/contacts/preferences", wishes)))
                .isEqualTo("/id/contacts");
    }

    private void template(String kind) {
        jdbc.sql("""
                        INSERT INTO notify.zalo_template
                            (kind, language, version, template_id, state, parameters, preview, made_at)
                        VALUES (:kind, 'vi', 1, '505716', 'ENABLED', 'viec:text:60', '<viec>', :now)""")
                .param("kind", kind)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private List<String> texts(String number) {
        return mail.texts("+84" + number.substring(1)).stream()
                .map(SmsHttpSink.Text::content)
                .toList();
    }

    private List<String> outcomes(UUID id) {
        return List.copyOf(
                jdbc.sql("SELECT outcome FROM notify.attempt WHERE account = :a AND notice = :id ORDER BY at, number")
                        .param("a", person.account())
                        .param("id", id)
                        .query(String.class)
                        .list());
    }

    /** The provider's ids of the parts of the only message that was tried. */
    private String reference(UUID id) {
        return jdbc.sql("SELECT reference FROM notify.attempt WHERE account = :a AND notice = :id")
                .param("a", person.account())
                .param("id", id)
                .query(String.class)
                .single();
    }

    private UUID send(String kind, String count) {
        String key = switch (kind) {
            case "work.chased" -> "work.digest";
            case "test.danger" -> "test.danger.text";
            default -> "test.duty.text";
        };
        int unseen = inbox.unseen(person);
        UUID id = Objects.requireNonNull(
                transactions.execute(_ -> inbox.send(person.account(), kind, key, List.of(count, "0"), "/work", null)));
        until(() -> inbox.unseen(person) == unseen + 1);
        return id;
    }

    private UUID digest() {
        return jdbc.sql("SELECT id FROM notify.digest WHERE account = :a")
                .param("a", person.account())
                .query(UUID.class)
                .single();
    }

    private String state(UUID id) {
        return jdbc.sql("SELECT state FROM notify.notice WHERE account = :a AND id = :id")
                .param("a", person.account())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private List<SmtpSink.Mail> mails() {
        List<SmtpSink.Mail> all = mail.sink().to(address);
        return all.subList(before, all.size());
    }

    private Visitor visitor() {
        return new Visitor(mvc, person);
    }

    private static Instant at(int hour) {
        return TestTime.today()
                .plusDays(1)
                .atTime(hour, 0)
                .atZone(BusinessTime.VIETNAM)
                .toInstant();
    }
}
