package vn.thucchat.foundation.notify.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.testing.Certificates;
import vn.thucchat.testing.TestTime;

/** E-mail is what the standards say, and whatever the server does is understood for what it is. */
@NullMarked
class EmailChannelTests {

    private static final String AN = "an@example.vn";
    private static SSLContext certificate;
    private static SSLContext other;
    private static KeyPair key;

    private @Nullable SmtpSink sink;

    @BeforeAll
    static void makeKeys(@TempDir Path folder, @TempDir Path second) throws Exception {
        certificate = Certificates.selfSigned(folder, "localhost");
        other = Certificates.selfSigned(second, "localhost");
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
    }

    @AfterEach
    void stop() {
        if (sink != null) sink.close();
    }

    @Test
    void a_message_is_plain_and_html_escaped_with_the_headers_of_a_machine() throws Exception {
        SmtpSink server = start(null, false);
        var message = message("Còn <b>3</b> việc & \"2\" quá hạn", "https://so.vn/api/v1/one-click/notices/abc");
        assertThat(channel("smtp://localhost:%d?tls=none").send(message)).isInstanceOf(SendResult.Accepted.class);
        SmtpSink.Mail mail = server.to(AN).getFirst();
        var parsed = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.raw()));
        assertThat(parsed.getMessageID()).isEqualTo("<" + message.id() + "@thainguyen.gov.vn>");
        assertThat(parsed.getSubject()).isEqualTo("Thực Chất: nhắc việc");
        assertThat(parsed.getFrom()).containsExactly(new InternetAddress("Thực Chất <notices@thainguyen.gov.vn>"));
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Date")).isNotEmpty();
        assertThat(mail.header("List-Unsubscribe")).isEqualTo("<https://so.vn/api/v1/one-click/notices/abc>");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        var parts = (MimeMultipart) parsed.getContent();
        assertThat(parsed.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("Còn <b>3</b> việc & \"2\" quá hạn")
                .contains("https://so.vn/work?a=1&b=2")
                .contains("vì tài khoản nhận nhắc việc")
                .contains("https://so.vn/id/contacts");
        String html = parts.getBodyPart(1).getContent().toString();
        assertThat(html).contains("Còn &lt;b&gt;3&lt;/b&gt; việc &amp; &quot;2&quot; quá hạn");
        assertThat(Jsoup.parse(html).select("a").eachAttr("href"))
                .containsExactly("https://so.vn/work?a=1&b=2", "https://so.vn/id/contacts");
    }

    @Test
    void lines_stay_lines_for_who_reads_the_html() throws Exception {
        SmtpSink server = start(null, false);
        channel("smtp://localhost:%d?tls=none").send(message("Trực 4 ca\nNghỉ <i>5</i>", null));
        var parsed = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(server.to(AN).getFirst().raw()));
        String html = ((MimeMultipart) parsed.getContent())
                .getBodyPart(1)
                .getContent()
                .toString();
        assertThat(html).contains("Trực 4 ca<br>Nghỉ &lt;i&gt;5&lt;/i&gt;");
    }

    @Test
    void what_may_not_be_declined_offers_no_way_to() throws Exception {
        SmtpSink server = start(null, false);
        channel("smtp://localhost:%d?tls=none").send(message("Việc", null));
        assertThat(server.to(AN).getFirst().text()).doesNotContain("List-Unsubscribe");
    }

    @Test
    void another_implementation_verifies_the_signature_and_finds_what_was_changed() throws Exception {
        SmtpSink server = start(null, false);
        channel("smtp://localhost:%d?tls=none")
                .send(message("Còn 3 việc: một dòng rất dài ".repeat(20), "https://so.vn/x"));
        SmtpSink.Mail mail = server.to(AN).getFirst();
        assertThat(verified(mail.text())).singleElement().satisfies(signature -> {
            assertThat(signature.getDToken().toString()).isEqualTo("thainguyen.gov.vn");
            assertThat(signature.getSelector().toString()).isEqualTo("2026a");
            assertThat(signature.getHeaders().stream().map(Object::toString).map(String::toLowerCase))
                    .contains(
                            "from",
                            "to",
                            "subject",
                            "date",
                            "message-id",
                            "auto-submitted",
                            "list-unsubscribe",
                            "list-unsubscribe-post");
        });
        assertThatThrownBy(() -> verified(mail.text().replace("3 vi", "4 vi"))).isInstanceOf(FailException.class);
        assertThatThrownBy(() -> verified(mail.text().replace("One-Click", "Two-Click")))
                .isInstanceOf(FailException.class);
    }

    private List<org.apache.james.jdkim.api.SignatureRecord> verified(String raw) throws Exception {
        String record = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        return new DKIMVerifier((_, selector, domain) ->
                        selector.toString().equals("2026a") && domain.toString().equals("thainguyen.gov.vn")
                                ? List.of(record)
                                : List.of())
                .verify(new ByteArrayInputStream(raw.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void the_connection_is_encrypted_and_signed_in_to() {
        SmtpSink server = start(certificate, false);
        assertThat(channel("smtp://an%%40so.vn:m%%E1%%BA%%ADt%%20kh%%E1%%BA%%A9u%%401@localhost:%d")
                        .send(message("x", null)))
                .isInstanceOf(SendResult.Accepted.class);
        assertThat(server.to(AN)).singleElement().satisfies(mail -> {
            assertThat(mail.encrypted()).isTrue();
            assertThat(mail.user()).isEqualTo("an@so.vn");
        });
        assertThat(channel("smtp://an:sai@localhost:%d").send(message("x", null)))
                .isInstanceOfSatisfying(
                        SendResult.Postponed.class,
                        it -> assertThat(it.reason()).contains("535"));
        assertThat(server.to(AN)).hasSize(1);
    }

    @Test
    void encryption_from_the_first_byte_works_too() {
        SmtpSink server = start(certificate, true);
        assertThat(channel("smtps://localhost:%d").send(message("x", null))).isInstanceOf(SendResult.Accepted.class);
        assertThat(server.to(AN)).hasSize(1);
    }

    @Test
    void nothing_is_said_to_a_server_without_encryption_or_with_a_strange_certificate() {
        SmtpSink server = start(certificate, false);
        server.withoutTls();
        assertThat(channel("smtp://localhost:%d").send(message("x", null))).isInstanceOf(SendResult.Postponed.class);
        stop();
        server = start(other, false);
        assertThat(channel("smtp://localhost:%d").send(message("x", null))).isInstanceOf(SendResult.Postponed.class);
        assertThat(server.to(AN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT_421, 421 4.3.2 Shutting down",
        "RECIPIENT_450, '450 4.2.1 Greylisted, come again'",
        "RECIPIENT_451, 451 4.7.1 Too many messages",
        "DATA_452, 452 4.3.1 Insufficient storage"
    })
    void four_hundred_is_later(SmtpSink.Fault fault, String words) {
        SmtpSink server = start(null, false);
        server.fail(AN, fault);
        assertThat(channel("smtp://localhost:%d?tls=none").send(message("x", null)))
                .isInstanceOfSatisfying(SendResult.Postponed.class, it -> {
                    assertThat(it.reason()).isEqualTo(words);
                    assertThat(it.after() != null).isEqualTo(words.startsWith("421"));
                });
        assertThat(server.to(AN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT_550, true",
        "RECIPIENT_550_BARE, false",
        "RECIPIENT_POLICY, false",
        "RECIPIENT_POLICY_NAMES_STATUS, false",
        "RECIPIENT_SENDER, false",
        "RECIPIENT_NULL_MX, true",
        "MAILBOX_FULL, false",
        "DATA_554, false"
    })
    void five_hundred_is_never_and_only_an_unknown_address_is_broken(SmtpSink.Fault fault, boolean broken) {
        SmtpSink server = start(null, false);
        server.fail(AN, fault);
        assertThat(channel("smtp://localhost:%d?tls=none").send(message("x", null)))
                .isInstanceOfSatisfying(
                        SendResult.Refused.class, it -> assertThat(it.broken()).isEqualTo(broken));
    }

    @Test
    void a_server_that_does_not_greet_or_is_not_there_is_later() {
        SmtpSink server = start(null, false);
        server.greet("421 4.3.2 Too many connections");
        EmailChannel channel = channel("smtp://localhost:%d?tls=none");
        assertThat(channel.send(message("x", null))).isInstanceOf(SendResult.Postponed.class);
        server.close();
        assertThat(channel.send(message("x", null))).isInstanceOf(SendResult.Postponed.class);
    }

    @ParameterizedTest
    @CsvSource({"DROP_BEFORE_ANSWER, 1", "DROP_UNKEPT, 0", "SILENT, 1", "DRIP, 1"})
    void a_lost_answer_leaves_open_whether_it_was_taken_and_the_next_try_bears_the_same_id(
            SmtpSink.Fault fault, int kept) {
        SmtpSink server = start(null, false);
        server.fail(AN, fault);
        EmailChannel channel = channel("smtp://localhost:%d?tls=none");
        OutgoingMessage message = message("x", null);
        long begun = System.nanoTime();
        assertThat(channel.send(message)).isInstanceOf(SendResult.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        assertThat(server.to(AN)).hasSize(kept);
        assertThat(channel.send(message)).isInstanceOf(SendResult.Accepted.class);
        assertThat(server.to(AN)).hasSize(kept + 1);
        assertThat(server.to(AN).stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(1);
    }

    @Test
    void an_answer_counts_whatever_becomes_of_the_connection() {
        SmtpSink server = start(null, false);
        server.fail(AN, SmtpSink.Fault.DROP_AFTER_ANSWER);
        assertThat(channel("smtp://localhost:%d?tls=none").send(message("x", null)))
                .isEqualTo(new SendResult.Accepted("250 2.0.0 queued"));
    }

    @Test
    void what_the_server_says_is_kept_without_the_address() {
        assertThat(SmtpConversation.words("550 <An@example.vn>:\r\n no such user", AN))
                .isEqualTo("550 <…>: no such user");
    }

    private SmtpSink start(@Nullable SSLContext tls, boolean implicit) {
        SmtpSink started = new SmtpSink(tls, implicit);
        sink = started;
        return started;
    }

    private EmailChannel channel(String url) {
        int port = Objects.requireNonNull(sink).port();
        var dkim = DkimKey.read(
                "thainguyen.gov.vn",
                "2026a",
                Base64.getEncoder().encodeToString(key.getPrivate().getEncoded()));
        try {
            var from = new InternetAddress("notices@thainguyen.gov.vn", "Thực Chất", "UTF-8");
            return new EmailChannel(
                    new EmailSettings(SmtpServer.read(url.formatted(port)), from, dkim),
                    TestTime.CLOCK,
                    Duration.ofSeconds(2),
                    certificate.getSocketFactory());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OutgoingMessage message(String text, @Nullable String decline) {
        return new OutgoingMessage(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new OutgoingMessage.Purpose(
                        "work.chased",
                        vn.thucchat.foundation.notify.channels.NoticeKind.Importance.ORDINARY,
                        TestTime.now()),
                AN,
                "vi",
                new OutgoingMessage.Wording(
                        "Thực Chất: nhắc việc",
                        text,
                        new Link("https://so.vn/work?a=1&b=2", "Mở"),
                        "Bạn nhận tin này vì tài khoản nhận nhắc việc.",
                        new Link("https://so.vn/id/contacts", "Đổi")),
                decline);
    }
}
