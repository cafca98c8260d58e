package vn.thucchat.foundation.identity.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.admission.Admission;
import vn.thucchat.foundation.identity.admission.Admission.Turn;
import vn.thucchat.foundation.identity.admission.QueueTicket;
import vn.thucchat.foundation.identity.admission.QueueTicketCookie;
import vn.thucchat.foundation.identity.admission.SignInOrigin;
import vn.thucchat.foundation.identity.factors.RelyingParty;
import vn.thucchat.foundation.identity.sessions.Devices;
import vn.thucchat.foundation.identity.sessions.ReturnPath;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.identity.throttling.ClientNetwork;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

/** Shows people their place while more sign in than can be looked at; the page loads itself anew, without a script. */
@Component
record SignInQueueGate(
        Admission admission,
        QueueTicketCookie cookie,
        Devices devices,
        SignInWays ways,
        RelyingParty site,
        Pages pages) {

    private static final String PATH = "/sign-in";
    private static final long MINUTE = 60;

    Optional<QueueTicket> ticket(HttpServletRequest request) {
        return cookie.read(request);
    }

    /** The page of who has to wait; empty when the form may be shown. */
    Optional<View> look(HttpServletRequest request, HttpServletResponse response, String username, String to) {
        Turn turn = admission.peek(id(request), comer(request, username));
        if (turn instanceof Turn.Full(var retryAfter)) throw full(retryAfter);
        if (!(turn instanceof Turn.Later later)) return Optional.empty();
        cookie.write(request, response, new QueueTicket(later.ticket(), username, to));
        return Optional.of(waiting(later, username, to, request, response));
    }

    /** Does what is to be done when it is the sender's turn, else gives them a place. */
    View enter(HttpServletRequest request, HttpServletResponse response, SignInForm typed, Supplier<View> attempt) {
        UUID held = id(request);
        SignInOrigin comer = comer(request, typed.username());
        return switch (admission.admitAttempt(held, comer)) {
            case Turn.Later later -> wait(later, request, response, typed);
            case Turn.Full(var retryAfter) -> throw full(retryAfter);
            case Turn.Now() -> attempt(held, comer, request, response, typed, attempt);
        };
    }

    private View attempt(
            @Nullable UUID held,
            SignInOrigin comer,
            HttpServletRequest request,
            HttpServletResponse response,
            SignInForm typed,
            Supplier<View> attempt) {
        try {
            return attempt.get();
        } catch (Problem busy) {
            if (busy.status() != HttpStatus.SERVICE_UNAVAILABLE) throw busy;
            return admission.putOff(held, comer) instanceof Turn.Later later
                    ? wait(later, request, response, typed)
                    : SeeOther.at(PATH);
        }
    }

    /** Whether the reader waited and it is their turn; a ticket that is good no more is taken away. */
    boolean waited(HttpServletRequest request, HttpServletResponse response) {
        QueueTicket ticket = ticket(request).orElse(null);
        if (ticket != null && admission.admitted(ticket.id())) return true;
        cookie.delete(request, response);
        return false;
    }

    void leave(HttpServletRequest request, HttpServletResponse response) {
        ticket(request).ifPresent(ticket -> admission.leave(ticket.id()));
        cookie.delete(request, response);
    }

    private View wait(Turn.Later later, HttpServletRequest request, HttpServletResponse response, SignInForm typed) {
        cookie.write(request, response, new QueueTicket(later.ticket(), typed.username(), typed.to()));
        if (Pages.forProgram(request))
            throw Problem.busy(
                    later.retryAfter(),
                    "identity.queue.busy",
                    later.retryAfter().toSeconds());
        return SeeOther.at(PATH);
    }

    private View waiting(
            Turn.Later later, String username, String to, HttpServletRequest request, HttpServletResponse response) {
        Texts t = pages.texts(request);
        // what is typed next is asked of the same page: nothing is sent twice
        response.setHeader("Refresh", later.retryAfter().toSeconds() + "; url=" + PATH);
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(later.retryAfter().toSeconds()));
        var page = new SignInQueuePage(
                later.beyondCount()
                        ? t.of("identity.queue.more", t.number(Admission.COUNTED))
                        : t.number(later.place()),
                about(later.about(), t),
                username,
                ReturnPath.of(to),
                ways.ways(),
                site.usable());
        return pages.show("foundation/identity/sessions/waiting", page);
    }

    private static String about(Duration about, Texts t) {
        long seconds = about.toSeconds();
        return seconds < 2 * MINUTE
                ? t.of("identity.queue.about.seconds", t.number(seconds))
                : t.of("identity.queue.about.minutes", t.number((seconds + MINUTE - 1) / MINUTE));
    }

    /** A browser in which the named account, or without a name any, was signed in to before. */
    private SignInOrigin comer(HttpServletRequest request, String username) {
        boolean known = username.isBlank()
                ? devices.knows(request)
                : devices.knows(request, Account.username(username).orElse(""));
        return new SignInOrigin(ClientNetwork.of(request.getRemoteAddr()), known ? devices.of(request) : null);
    }

    private static Problem full(Duration retryAfter) {
        return Problem.busy(retryAfter, "identity.queue.full", retryAfter.toSeconds());
    }

    private @Nullable UUID id(HttpServletRequest request) {
        return ticket(request).map(QueueTicket::id).orElse(null);
    }
}
