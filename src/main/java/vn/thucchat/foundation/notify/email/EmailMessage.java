package vn.thucchat.foundation.notify.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.UUID;
import org.springframework.web.util.HtmlUtils;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;

/**
 * A message as e-mail: plain text and the same as simple HTML. Its {@code Message-ID} comes from the id of the message, so
 * that mail programs show what was sent twice once.
 */
final class EmailMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String id;

    private EmailMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** @param sentAt at the first try or a later one */
    static MimeMessage of(Session session, InternetAddress from, OutgoingMessage message, Date sentAt)
            throws MessagingException {
        var email = new EmailMessage(session, messageId(from, message.id()));
        OutgoingMessage.Wording words = message.wording();
        email.setFrom(from);
        email.setRecipient(Message.RecipientType.TO, new InternetAddress(message.address(), true));
        email.setSubject(words.subject(), UTF_8);
        email.setSentDate(sentAt);
        email.setHeader("Content-Language", message.language());
        // no machine answers a machine (RFC 3834)
        email.setHeader("Auto-Submitted", "auto-generated");
        if (message.decline() != null) {
            email.setHeader("List-Unsubscribe", "<" + message.decline() + ">");
            email.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        email.setContent(new MimeMultipart(
                "alternative", part(words.plain(), "plain"), part(html(message.language(), words), "html")));
        email.saveChanges();
        return email;
    }

    /** {@code <0198…@thainguyen.gov.vn>}. */
    static String messageId(InternetAddress from, UUID id) {
        return "<" + id + "@" + EmailSettings.domain(from) + ">";
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        // lines of any length and letters of any language pass every server, and no server changes what was signed
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static String html(String language, OutgoingMessage.Wording words) {
        return """
            <!doctype html>
            <html lang="%1$s"><head><meta charset="utf-8"><title>%2$s</title></head>
            <body style="font:17px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:38em;margin:0 auto;padding:1em">
            <p>%3$s</p>
            <p><a href="%4$s" style="display:inline-block;padding:.6em 1em;background:#8f1d21;color:#fff;text-decoration:none;border-radius:6px">%5$s</a></p>
            <hr style="border:0;border-top:1px solid #ccc">
            <p style="font-size:14px;color:#555">%6$s <a href="%7$s" style="color:#555">%8$s</a></p>
            </body></html>
            """.formatted(
                        escaped(language),
                        escaped(words.subject()),
                        escaped(words.text()).replace("\n", "<br>"),
                        escaped(words.act().url()),
                        escaped(words.act().text()),
                        escaped(words.reason()),
                        escaped(words.settings().url()),
                        escaped(words.settings().text()));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, UTF_8);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
