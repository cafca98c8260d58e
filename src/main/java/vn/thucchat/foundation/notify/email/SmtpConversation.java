package vn.thucchat.foundation.notify.email;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.channels.SendResult;

/**
 * One conversation with an SMTP server (RFC 5321), and what its answers mean: 4xx is later, 5xx is never, and an answer that
 * is lost after the end of the message leaves open whether the server took it.
 */
final class SmtpConversation extends SMTPTransport {

    /**
     * Enhanced status codes (RFC 3463, RFC 7505) that say of the mailbox itself that it is none, right after the reply code:
     * "550 5.1.1 No such user". A bare 550 may as well be a refusal of the sender.
     */
    private static final Pattern NO_MAILBOX = Pattern.compile("^\\d{3}[ -]5\\.1\\.(?:1|2|3|6|10)(?![\\d.])");

    private static final int SERVICE_NOT_AVAILABLE = 421;
    private static final int PERMANENT = 500;
    private static final int LONGEST = 200;
    private static final Duration OVERLOADED = Duration.ofMinutes(5);

    private final SmtpServer server;
    private final Duration longest;
    /** Whether the whole message has left for the server. */
    private volatile boolean said;

    SmtpConversation(Session session, SmtpServer server, Duration longest) {
        super(session, new URLName(protocol(server), null, -1, null, null, null), protocol(server), implicit(server));
        this.server = server;
        this.longest = longest;
    }

    static String protocol(SmtpServer server) {
        return implicit(server) ? "smtps" : "smtp";
    }

    private static boolean implicit(SmtpServer server) {
        return server.encryption() == SmtpServer.Encryption.IMPLICIT;
    }

    /**
     * Hands a message over. The conversation has a virtual thread of its own, because a server that speaks a letter at a time
     * never times out by itself, and an interrupt closes the connection of a virtual thread.
     */
    SendResult send(MimeMessage message, String address) {
        var result = new CompletableFuture<SendResult>();
        Thread talk = Thread.ofVirtual().name("smtp-conversation").start(() -> result.complete(talk(message, address)));
        try {
            return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            talk.interrupt();
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            return lost("no end in " + longest.toSeconds() + " s");
        }
    }

    private SendResult talk(MimeMessage message, String address) {
        try {
            connect(server.host(), server.port(), server.user(), server.password());
            sendMessage(message, new Address[] {new InternetAddress(address, true)});
            return new SendResult.Accepted(words(getLastServerResponse(), address));
        } catch (AuthenticationFailedException e) {
            // our own fault, which somebody mends
            return new SendResult.Postponed("authentication: " + words(e.getMessage(), address), null);
        } catch (MessagingException e) {
            return result(e, address);
        } catch (RuntimeException e) {
            return lost(e.toString());
        } finally {
            closeQuietly();
        }
    }

    private SendResult lost(String why) {
        return said ? new SendResult.Unknown(why) : new SendResult.Postponed(why, null);
    }

    private SendResult result(MessagingException failure, String address) {
        for (Exception e = failure;
                e != null;
                e = e instanceof MessagingException next ? next.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException refused)
                return answered(refused.getReturnCode(), words(refused.getMessage(), address), true);
            if (e instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0)
                return answered(refused.getReturnCode(), words(refused.getMessage(), address), false);
        }
        return lost(words(failure.getMessage(), address));
    }

    /** @param recipient whether the server spoke of the address */
    private static SendResult answered(int code, String words, boolean recipient) {
        if (code < PERMANENT) return new SendResult.Postponed(words, code == SERVICE_NOT_AVAILABLE ? OVERLOADED : null);
        return new SendResult.Refused(
                words, recipient && NO_MAILBOX.matcher(words).find());
    }

    /** What the server said, without the person's address and without a second line. */
    static String words(@Nullable String said, String address) {
        if (said == null) return "";
        String one = said.replaceAll("(?i)" + Pattern.quote(address), "…")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return one.substring(0, Math.min(one.length(), LONGEST));
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        said = true;
        super.finishData();
    }

    private void closeQuietly() {
        try {
            close();
        } catch (MessagingException e) {
            // the answer has come before, or never will
        }
    }
}
