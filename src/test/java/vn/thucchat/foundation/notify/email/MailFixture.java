package vn.thucchat.foundation.notify.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.sms.SmsHttpSink;
import vn.thucchat.foundation.notify.sms.SmsSettings;
import vn.thucchat.foundation.notify.sms.SmsSettingsFixture;

/** A mail server and a provider of text messages that the tests' application is connected to. */
@NullMarked
@TestComponent
public class MailFixture implements DisposableBean {

    private final SmtpSink sink = new SmtpSink(null, false);
    private final SmsHttpSink gateway = new SmsHttpSink();

    /** The mail server. */
    public SmtpSink sink() {
        return sink;
    }

    /** The gateway for text messages. */
    public SmsHttpSink gateway() {
        return gateway;
    }

    /** Text messages that were taken for {@code +84912345678}. */
    public List<SmsHttpSink.Text> texts(String number) {
        return gateway.to(number.substring(1));
    }

    @Bean
    @Primary
    EmailSettings sinkSettings() throws AddressException {
        return new EmailSettings(
                new SmtpServer("localhost", sink.port(), SmtpServer.Encryption.NONE, null, null),
                new InternetAddress("notices@thainguyen.example"),
                null);
    }

    @Bean
    static NoticeKind danger() {
        return new NoticeKind(
                        "test.danger",
                        NoticeKind.Importance.EXTREME,
                        Duration.ofHours(2),
                        false,
                        NoticeKind.Audience.EVERYBODY)
                .says("test.danger.text", "Sông Cầu");
    }

    @Bean
    static NoticeKind dutyRoster() {
        return new NoticeKind(
                        "test.duty",
                        NoticeKind.Importance.ORDINARY,
                        Duration.ofDays(2),
                        false,
                        NoticeKind.Audience.STAFF)
                .says("test.duty.text", "3", "0");
    }

    @Bean
    static NoticeKind soon() {
        return new NoticeKind(
                "test.soon", NoticeKind.Importance.ORDINARY, Duration.ofHours(2), false, NoticeKind.Audience.EVERYBODY);
    }

    @Bean
    @Primary
    SmsSettings gatewaySettings() {
        return SmsSettingsFixture.of(gateway);
    }

    @Override
    public void destroy() {
        sink.close();
        gateway.close();
    }
}
