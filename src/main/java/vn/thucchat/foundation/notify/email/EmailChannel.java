package vn.thucchat.foundation.notify.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.OutgoingChannel;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;

/** Hands e-mail to the installation's SMTP server, one connection for each message. */
@Component
class EmailChannel implements OutgoingChannel {

    private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);

    private final EmailSettings settings;
    private final InstantSource clock;
    private final Duration patience;
    private final @Nullable SSLSocketFactory certificates;
    /** Made once: making a session searches the whole class path for mail providers, which cost more than sending. */
    private final @Nullable Session session;

    @Autowired
    EmailChannel(EmailSettings settings, InstantSource clock) {
        this(settings, clock, Duration.ofSeconds(20), null);
    }

    /**
     * @param patience with each step of the conversation; a whole one takes at most three times as long
     * @param certificates that are trusted; null for those of the machine
     */
    EmailChannel(
            EmailSettings settings, InstantSource clock, Duration patience, @Nullable SSLSocketFactory certificates) {
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
        this.certificates = certificates;
        this.session = settings.server() == null ? null : Session.getInstance(properties(settings.server()));
    }

    @Override
    public Medium medium() {
        return Medium.EMAIL;
    }

    @Override
    public boolean configured() {
        return settings.server() != null;
    }

    @Override
    public String host() {
        return settings.server() == null ? "smtp" : settings.server().host();
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        SmtpServer server = settings.server();
        InternetAddress from = settings.from();
        if (server == null || session == null || from == null) return new SendResult.Postponed("not configured", null);
        try {
            MimeMessage email = EmailMessage.of(session, from, message, Date.from(clock.instant()));
            MimeMessage signed =
                    settings.dkim() == null ? email : settings.dkim().sign(email);
            return new SmtpConversation(session, server, patience.multipliedBy(3)).send(signed, message.address());
        } catch (MessagingException unwritable) {
            LOG.warn("E-mail {} cannot be written: {}", message.id(), unwritable.toString());
            return new SendResult.Refused("cannot be written", false);
        }
    }

    private Properties properties(SmtpServer server) {
        String protocol = SmtpConversation.protocol(server);
        String start = "mail." + protocol + ".";
        String millis = Long.toString(patience.toMillis());
        var properties = new Properties();
        properties.put(start + "host", server.host());
        properties.put(start + "port", Integer.toString(server.port()));
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            properties.put(start + timeout, millis);
        properties.put(start + "auth", Boolean.toString(server.user() != null));
        boolean starttls = server.encryption() == SmtpServer.Encryption.STARTTLS;
        properties.put(start + "starttls.enable", Boolean.toString(starttls));
        properties.put(start + "starttls.required", Boolean.toString(starttls));
        properties.put(start + "ssl.checkserveridentity", "true");
        properties.put(start + "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (certificates != null) properties.put(start + "ssl.socketFactory", certificates);
        // the answer to the message is all that counts
        properties.put(start + "quitwait", "false");
        return properties;
    }
}
