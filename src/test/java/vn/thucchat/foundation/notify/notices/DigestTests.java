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
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.foundation.notify.email.MailFixture;
import vn.thucchat.foundation.notify.email.SmtpSink;
import vn.thucchat.foundation.notify.email.SmtpSink.Fault;
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
    Inbox inbox;

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
        var wishes =
                Map.of("first", "EMAIL", "quietFrom", "0", "quietUntil", "0", "language", "vi", "digestHour", "18");
        assertThat(Visitor.next(visitor().submit("/id/contacts/preferences", wishes)))
                .isEqualTo("/id/contacts");
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
        assertThat(mails().stream().map(each -> each.header("Message-ID")).distinct())
                .hasSize(1);
        assertThat(state(second)).isEqualTo("SENT");
        String number = people.phone();
        people.confirm(mvc, person, "PHONE", number);
        mail.sink().fail(address, Fault.RECIPIENT_550);
        UUID third = send("test.duty", "3");
        clock.moveTo(at(18).plus(Duration.ofDays(2)));
        until(() -> state(third).equals("SENT"));
        assertThat(mail.texts("+84" + number.substring(1)).getLast().content()).contains("Truc 3 ca");
    }

    private UUID send(String kind, String count) {
        String key = kind.equals("work.chased") ? "work.digest" : "test.duty.text";
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
