package vn.thucchat.foundation.notify.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.email.MailFixture;
import vn.thucchat.foundation.notify.email.SmtpSink;
import vn.thucchat.testing.Visitor;

/** People with accounts, who add addresses and confirm them as anybody does: at the page, by the code that came. */
@NullMarked
@TestComponent
public class ContactFixture {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Accounts accounts;
    private final MailFixture mail;
    private final JdbcClient jdbc;

    ContactFixture(Accounts accounts, MailFixture mail, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.mail = mail;
    }

    /** A person who has an account and no address. */
    public Actor person() {
        Account account = accounts.ensure("duoc.bao" + COUNT.incrementAndGet(), "Nguyễn Văn Được", null, false);
        return new Actor(account.id(), account.username(), account.name(), false, List.of());
    }

    /** An e-mail address of nobody. */
    public String email() {
        return "an" + COUNT.incrementAndGet() + "@example.vn";
    }

    /** A number of nobody, as people write it. */
    public String phone() {
        return "09%08d".formatted(COUNT.incrementAndGet());
    }

    /** Adds an address and confirms it; the path of its page. */
    public String confirm(MockMvc mvc, Actor person, String kind, String address) throws Exception {
        var visitor = new Visitor(mvc, person);
        String page = Visitor.next(visitor.submit("/id/contacts", Map.of("kind", kind, "address", address)));
        String code = kind.equals("EMAIL") ? mailed(address, 1) : texted(address);
        assertThat(Visitor.next(visitor.submit(page + "/confirmed", Map.of("code", code))))
                .isEqualTo("/id/contacts");
        until(() -> told(person));
        return page;
    }

    /** Whether the person was told of each confirmed address: what is sent next is the test's own. */
    private boolean told(Actor person) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM notify.notice
                                WHERE account = :person AND kind = 'notify.contact-confirmed' AND state <> 'PLANNED')
                            = (SELECT count(*) FROM notify.contact WHERE account = :person AND verified_at IS NOT NULL)""")
                .param("person", person.account())
                .query(Boolean.class)
                .single();
    }

    /** The code in the n-th mail to an address that bears one. */
    public String mailed(String address, int number) throws Exception {
        until(() -> mailedCodes(address).size() >= number);
        return mailedCodes(address).get(number - 1);
    }

    private List<String> mailedCodes(String address) {
        return mail.sink().to(address).stream()
                .map(ContactFixture::subject)
                .flatMap(subject -> CODE.matcher(subject).results().map(found -> found.group()))
                .toList();
    }

    /** The codes in the text messages to a number. */
    public List<String> codes(String number) {
        return mail.texts(number).stream()
                .flatMap(text -> CODE.matcher(text.content()).results().map(found -> found.group()))
                .toList();
    }

    private String texted(String phone) {
        String number = "+84" + phone.substring(1);
        until(() -> !mail.texts(number).isEmpty());
        var found = CODE.matcher(mail.texts(number).getFirst().content());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** The subject of a mail, decoded. */
    public static String subject(SmtpSink.Mail mail) {
        try {
            return parsed(mail).getSubject();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A mail as a program reads it. */
    public static MimeMessage parsed(SmtpSink.Mail mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.raw()));
    }

    /** Waits for what other threads do. */
    public static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < end) LockSupport.parkNanos(10_000_000);
        assertThat(reached.getAsBoolean()).isTrue();
    }
}
