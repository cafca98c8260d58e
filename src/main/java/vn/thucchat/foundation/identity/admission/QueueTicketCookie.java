package vn.thucchat.foundation.identity.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.pages.SiteCookies;

/** Lets the browser keep its ticket, sealed: nobody makes one, changes one or reads a name in one. */
@Component
public class QueueTicketCookie {

    private static final String COOKIE = "tc-ticket";
    private static final String PURPOSE = "sign-in ticket";
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PATH = 1000;

    private final Seal seal;
    private final SiteCookies cookies;

    QueueTicketCookie(Seal seal, SiteCookies cookies) {
        this.seal = seal;
        this.cookies = cookies;
    }

    public Optional<QueueTicket> read(HttpServletRequest request) {
        return cookies.read(request, COOKIE).flatMap(this::open);
    }

    private Optional<QueueTicket> open(String value) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(value);
            String[] parts = new String(seal.open(sealed, PURPOSE), StandardCharsets.UTF_8).split("\n", 3);
            return Optional.of(new QueueTicket(UUID.fromString(parts[0]), parts[1], parts[2]));
        } catch (IllegalArgumentException | IllegalStateException forged) {
            // whatever was not sealed here is no ticket
            return Optional.empty();
        }
    }

    public void write(HttpServletRequest request, HttpServletResponse response, QueueTicket ticket) {
        String text = ticket.id() + "\n" + cut(ticket.username(), LONGEST_NAME).replace('\n', ' ') + "\n"
                + (ticket.to().length() > LONGEST_PATH ? "" : ticket.to());
        byte[] sealed = seal.close(text.getBytes(StandardCharsets.UTF_8), PURPOSE);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        cookies.write(request, response, COOKIE, value, KEPT, "Lax");
    }

    public void delete(HttpServletRequest request, HttpServletResponse response) {
        if (cookies.read(request, COOKIE).isPresent()) cookies.delete(request, response, COOKIE);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
