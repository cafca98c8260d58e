package vn.thucchat.foundation.notify.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.OutgoingChannel;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;

/** A mail server and a provider of text messages that the tests' application is connected to. */
@NullMarked
@TestComponent
public class MailFixture implements DisposableBean {

    private final SmtpSink sink = new SmtpSink(null, false);
    private final Map<String, Queue<SendResult>> results = new ConcurrentHashMap<>();
    private final List<OutgoingMessage> texts = new CopyOnWriteArrayList<>();

    /** The mail server. */
    public SmtpSink sink() {
        return sink;
    }

    /** Lets text messages to a number end so, in order; the others are taken. */
    public void text(String number, SendResult... next) {
        results.computeIfAbsent(number, _ -> new ArrayDeque<>()).addAll(List.of(next));
    }

    /** Text messages that were taken for a number. */
    public List<OutgoingMessage> texts(String number) {
        return texts.stream()
                .filter(message -> message.address().equals(number))
                .toList();
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
        return new NoticeKind("test.danger", NoticeKind.Importance.EXTREME, Duration.ofHours(2), false);
    }

    @Bean
    OutgoingChannel textMessages() {
        return new OutgoingChannel() {
            @Override
            public Medium medium() {
                return Medium.SMS;
            }

            @Override
            public boolean configured() {
                return true;
            }

            @Override
            public String host() {
                return "sms.example";
            }

            @Override
            public SendResult send(OutgoingMessage message) {
                Queue<SendResult> next = results.getOrDefault(message.address(), new ArrayDeque<>());
                SendResult result = next.poll();
                if (result != null) return result;
                texts.add(message);
                return new SendResult.Accepted("sms-" + texts.size());
            }
        };
    }

    @Override
    public void destroy() {
        sink.close();
    }
}
